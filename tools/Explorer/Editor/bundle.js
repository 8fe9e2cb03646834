// Bundles the parts of Monaco that the Explorer uses, and Monaco's worker, into wwwroot/monaco.
import { build } from 'esbuild';

await build({
    entryPoints: {
        monaco: 'Editor/monaco.js',
        'editor.worker': 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js',
    },
    outdir: 'wwwroot/monaco',
    bundle: true,
    format: 'esm',
    minify: true,
    legalComments: 'linked',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    logLevel: 'warning',
});
