import { settingsSchema } from '#shared/contract/settings.ts';
import type { Look } from '../../theme/apply-theme.ts';

const lookSchema = settingsSchema.pick({
  theme: true,
  density: true,
  palette: true,
  hollowUp: true,
  textScale: true,
  motion: true,
});

/** The look that the address asks for, `?theme=light&density=compact`; the defaults otherwise. */
export function lookOfAddress(): Look {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const { textScale, ...rest } = asked;
  const look = lookSchema.safeParse(textScale === undefined ? rest : { ...rest, textScale: Number(textScale) });
  return look.success ? look.data : lookSchema.parse({});
}
