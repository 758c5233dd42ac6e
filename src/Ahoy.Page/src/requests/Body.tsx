import { useEffect, useMemo, useState } from 'preact/hooks';
import { header, pairs } from '../lib/event';
import { size } from '../lib/format';
import { describe, pretty } from '../lib/twiml';
import { readXml } from '../lib/xml';
import type { BodyItem, Header } from '../store/types';
import { LongText } from '../ui/LongText';
import { Pairs } from '../ui/Pairs';
import './Body.css';

// A body as what it is: TwiML, JSON, a form, an image, else as text. Nothing in it runs.
export function Body({ body, headers }: { body: BodyItem; headers: Header[] }) {
  const type = header(headers, 'content-type').toLowerCase();
  if (body.size === 0) {
    return <p class="quiet">It has no body.</p>;
  }

  if (body.text === null && body.base64 === null) {
    return <p class="quiet">{size(body.size)} of {type || 'unknown type'}: so large a body, or one that is sent from a file, is not kept.</p>;
  }

  if (type.startsWith('image/')) {
    return <Image body={body} type={type.split(';')[0]!} />;
  }

  if (body.text === null) {
    return <p class="quiet">{size(body.size)} of {type || 'unknown type'}.</p>;
  }

  return <Text text={body.text} type={type} />;
}

function Text({ text, type }: { text: string; type: string }) {
  if (/[/+]xml/.test(type)) {
    return <Xml text={text} />;
  }

  if (/[/+]json/.test(type)) {
    return <LongText text={prettyJson(text)} />;
  }

  if (type.startsWith('application/x-www-form-urlencoded')) {
    return <Pairs pairs={pairs(text)} none="It is empty." />;
  }

  return <LongText text={text} />;
}

function Xml({ text }: { text: string }) {
  const root = useMemo(() => readXml(text), [text]);
  if (root === null) {
    return <LongText text={text} />;
  }

  return (
    <>
      {root.name === 'Response' ? (
        <ol class="twiml">
          {describe(root).map((line, i) => (
            <li key={i} style={{ paddingLeft: `${line.depth * 16}px` }}>{line.text}</li>
          ))}
        </ol>
      ) : null}
      <details class="twiml-xml" open={root.name !== 'Response'}>
        <summary>XML</summary>
        <LongText text={pretty(root)} />
      </details>
    </>
  );
}

function Image({ body, type }: { body: BodyItem; type: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const bytes = body.base64 === null ? new TextEncoder().encode(body.text!) : Uint8Array.from(atob(body.base64), (char) => char.charCodeAt(0));
    // As an image nothing in it runs, whatever an SVG holds.
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [body, type]);
  return (
    <figure class="body-image">
      {url === null ? null : <img src={url} alt="The body, as an image" />}
      <figcaption class="quiet">
        {type}, {size(body.size)}
      </figcaption>
    </figure>
  );
}

export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
