// A place in a file, as a link into the editor where the file is on this machine.

export function EditorLink({ link, file, fullPath, line }: { link: string | undefined; file: string; fullPath: string | null; line: number }) {
  const text = line > 0 ? `${file}:${line}` : file;
  return fullPath === null || link === undefined ? (
    <code>{text}</code>
  ) : (
    <a class="mono" href={editorUrl(link, fullPath, line)} title={fullPath}>
      {text}
    </a>
  );
}

export function editorUrl(link: string, fullPath: string, line: number): string {
  const path = fullPath.replaceAll('\\', '/').split('/').map((part) => (/^[a-z]:$/i.test(part) ? part : encodeURIComponent(part))).join('/');
  return link.replace('{file}', path.startsWith('/') ? path : `/${path}`).replace('{line}', String(Math.max(1, line)));
}
