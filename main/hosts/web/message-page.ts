/** A page that says one thing. @param content HTML, ours alone */
export function messagePage(content: string): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hindcast</title>' +
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;color-scheme:light dark">' +
    `<h1>Hindcast</h1><p>${content}</p>`
  );
}
