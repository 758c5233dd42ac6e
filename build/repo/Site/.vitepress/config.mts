// The site that docs/ builds to: every page at its place, with search. A link that leads nowhere fails the build.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type DefaultTheme } from 'vitepress';

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const root = path.resolve(site, '../../..');
const docs = path.join(root, 'docs');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

// The project's address stands in one place, which is the program's.
const repository = /Repository = "([^"]+)"/.exec(read('src/Ahoy.Model/Rules/RuleDocumentation.cs'))![1];

/** The sidebar: the headings and links of docs/README.md, which leads. */
function sidebar(): DefaultTheme.SidebarItem[] {
  const groups: DefaultTheme.SidebarItem[] = [];
  for (const line of read('docs/README.md').split('\n')) {
    const heading = /^## (.+)$/.exec(line);
    if (heading) {
      groups.push({ text: heading[1].replace(/:.*/, ''), collapsed: groups.length > 1, items: [] });
    }

    for (const [, text, target] of line.matchAll(/\[([^\]]+)\]\(([^)#]+\.md)[^)]*\)/g)) {
      groups.at(-1)?.items?.push({ text: text.replaceAll('`', ''), link: '/' + target.replace(/README\.md$/, '').replace(/\.md$/, '') });
    }
  }

  return groups.filter((group) => group.items!.length > 0);
}

export default defineConfig({
  title: 'Ahoy',
  description: 'The .NET toolchain for Twilio Functions and Assets.',
  srcDir: docs,
  outDir: path.join(root, 'artifacts/site'),
  cacheDir: path.join(root, 'artifacts/site-cache'),
  rewrites: (page) => page.replace(/README\.md$/, 'index.md'),
  markdown: {
    // Pages are written for a repository, too: what looks like a tag in them is meant as text.
    html: false,
    config(markdown) {
      // Braces are text here, and nothing that the generator fills in.
      for (const kind of ['text', 'code_inline', 'code_block']) {
        const usual = markdown.renderer.rules[kind]!;
        markdown.renderer.rules[kind] = (...args) => usual(...args).replaceAll('{{', '&#123;&#123;');
      }

      const open = markdown.renderer.rules.link_open!;
      markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
        const token = tokens[index];
        const href = token.attrGet('href')!;
        const page = path.join(docs, env.relativePath.replace(/index\.md$/, 'README.md'));
        const file = path.resolve(path.dirname(page), href.replace(/#.*$/, ''));
        if (!/^[a-z]+:|^#/.test(href) && !file.startsWith(docs + path.sep) && file !== docs) {
          // Samples and sources are in the repository alone.
          token.attrSet('href', `${repository}/blob/main/${path.relative(root, file).replaceAll(path.sep, '/')}`);
        } else if (/README\.md(#|$)/.test(href)) {
          token.attrSet('href', href.replace('README.md', 'index.md'));
        }

        return open(tokens, index, options, env, self);
      };
    },
  },
  // Pages lie outside of the folder that has the packages.
  vite: {
    resolve: {
      alias: [
        { find: /^vue$/, replacement: path.join(site, 'node_modules/vue/dist/vue.runtime.esm-bundler.js') },
        { find: /^vue\/server-renderer$/, replacement: path.join(site, 'node_modules/vue/server-renderer/index.mjs') },
      ],
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [{ text: 'First service', link: '/guides/first-service' }, { text: 'Reference', link: '/reference/' }, { text: 'Rules', link: '/rules/' }],
    sidebar: sidebar(),
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: repository }],
  },
});
