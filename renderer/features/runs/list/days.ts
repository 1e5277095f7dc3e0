import type { Ms } from '#shared/domain/units.ts';

export interface DayGroup<Item> {
  /** Midnight of the day where the reader is. */
  day: Ms;
  /** `Today`, `Yesterday`, `Saturday`, `21 Nov`, `21 Nov 2024`. */
  label: string;
  items: Item[];
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Parts items by the day on which they were made, as the reader's clock tells it. The order stays. */
export function groupByDay<Item extends { createdAt: Ms }>(items: readonly Item[], now: Ms): DayGroup<Item>[] {
  const groups: DayGroup<Item>[] = [];
  for (const item of items) {
    const day = midnight(item.createdAt);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, label: dayLabel(day, now), items: [item] });
  }
  return groups;
}

function dayLabel(day: Ms, now: Ms): string {
  if (day >= midnight(now)) return 'Today';
  if (day === daysBefore(now, 1)) return 'Yesterday';
  const date = new Date(day);
  if (day > daysBefore(now, 7)) return WEEKDAYS[date.getDay()] ?? '';
  const dayAndMonth = `${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return date.getFullYear() === new Date(now).getFullYear() ? dayAndMonth : `${dayAndMonth} ${date.getFullYear()}`;
}

function midnight(time: Ms): Ms {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** By the calendar: a day in which the clocks change has 23 or 25 hours. */
function daysBefore(time: Ms, days: number): Ms {
  const date = new Date(time);
  date.setDate(date.getDate() - days);
  return date.setHours(0, 0, 0, 0);
}
