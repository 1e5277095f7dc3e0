import { Clock } from 'lucide-react';
import type { Ms } from '#shared/domain/units.ts';
import { formatAge } from '../format/duration.ts';
import { Badge } from './Badge.tsx';

/** Says that what it stands by is old. */
export function StaleBadge({ age }: { age: Ms }) {
  return (
    <Badge tone="warn" icon={<Clock aria-hidden />}>
      as of {formatAge(age)}
    </Badge>
  );
}
