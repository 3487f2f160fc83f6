// The documentation as a static site: the Markdown of the repository as it is, by VitePress.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';

const site = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(site, '../..');

/** Where sources can be read, such as https://git.example.org/triglot/blob/main; without it, links to them are text. */
const sources = process.env.TRIGLOT_SOURCES;

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const folders = readdirSync(root, { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== 'docs')
  .map((each) => `${each.name}/**`);

function title(file) {
  return readFileSync(join(root, file), 'utf8').match(/^# (.+)$/m)[1];
}

function page(file, text = title(file)) {
  return { text, link: '/' + file.replace(/README\.md$/, '').replace(/\.md$/, '') };
}

function folder(path) {
  return readdirSync(join(root, path))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => page(`${path}/${name}`));
}

function group(text, files) {
  return { text, items: files.filter((file) => existsSync(join(root, file))).map((file) => page(file)) };
}

function docs(...names) {
  return names.map((name) => `docs/${name}.md`);
}

const sidebar = [
  group('Begin', ['README.md', ...docs('tutorial', 'architecture', 'comparison', 'faq')]),
  group('Guides', docs('types', 'nullness', 'names', 'rest', 'graphql', 'grpc', 'paging', 'batching', 'streaming', 'errors', 'policy', 'caching', 'versions', 'lock', 'testing', 'conformance')),
  group('In production', docs('operating', 'deployment', 'telemetry', 'benchmarks')),
  group('Moving from JAX-RS', ['README', 'hosting', 'clients', 'compare', 'callers', 'deprecate', 'turn-round'].map((name) => `docs/migration/${name}.md`)),
  group('Reference', docs('reference', 'ide', 'extending', 'shop', 'sample-deviations')),
  { text: 'Rules', collapsed: true, items: folder('docs/rules') },
  { text: 'Decisions', collapsed: true, items: folder('docs/decisions') },
  group('The project', ['CONTRIBUTING.md', 'CHANGELOG.md']),
];

/** Links to what is no page of the site lead to the sources, or nowhere. */
function outward(markdown) {
  const open = markdown.renderer.rules.link_open ?? ((tokens, i, options, env, self) => self.renderToken(tokens, i, options));
  markdown.core.ruler.push('outward', ({ tokens, env }) => {
    for (const { children } of tokens.filter((each) => each.type === 'inline')) {
      children.forEach((token, i) => {
        const href = token.type === 'link_open' ? token.attrGet('href') : null;
        if (!href || /^([a-z]+:|#)/.test(href)) {
          return;
        }
        const [path, anchor] = href.split('#');
        const target = relative(root, normalize(join(root, dirname(env.relativePath), path)));
        const folderPage = join(target, 'README.md');
        if (pages.includes(target) || (target.startsWith('docs/') && target.endsWith('.md'))) {
          return;
        }
        if (existsSync(join(root, folderPage)) && target.startsWith('docs')) {
          token.attrSet('href', `/${folderPage}` + (anchor ? `#${anchor}` : ''));
        } else if (sources) {
          token.attrSet('href', `${sources}/${target}`);
        } else {
          const close = children.findIndex((each, at) => at > i && each.type === 'link_close');
          for (const end of [token, children[close]]) {
            end.hidden = true;
            end.type = 'text';
            end.content = '';
            end.tag = '';
          }
        }
      });
    }
  });
  markdown.renderer.rules.link_open = open;
}

export default defineConfig({
  title: 'Triglot',
  description: 'REST, GraphQL and gRPC from one annotated Java class',
  srcDir: root,
  srcExclude: [...folders, 'docs/site/**'],
  rewrites: { 'README.md': 'index.md', ':path(.*)/README.md': ':path/index.md' },
  cleanUrls: true,
  lastUpdated: false,
  outDir: 'dist',
  cacheDir: 'node_modules/.cache',
  vite: { // pages are outside of the site's folder, where Vue is
    resolve: {
      alias: [
        { find: /^vue$/, replacement: join(site, 'node_modules/vue/dist/vue.runtime.esm-bundler.js') },
        { find: /^vue\/server-renderer$/, replacement: join(site, 'node_modules/vue/server-renderer/index.mjs') },
      ],
    },
  },
  markdown: { languageAlias: { lock: 'ini' }, anchor: { slugify: (text) => slug(text) }, config: outward },
  themeConfig: {
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
    nav: [page('docs/README.md', 'All pages'), page('CHANGELOG.md', 'Changes')],
  },
});
