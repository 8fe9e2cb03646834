// What the page needs of the browser: the editor, the address, the theme. Loaded before Blazor, so that the theme is right from the start.
'use strict';

window.explorer = (() => {
    const typingPause = 400;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
    const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* Private windows forget. */ } };

    let monaco = null;
    let editor = null;
    let field = null;
    let timer = 0;

    // Theme: the system's, unless chosen.
    const theme = () => stored('theme') ?? 'system';
    const isDark = () => theme() === 'dark' || (theme() === 'system' && dark.matches);
    const applyTheme = () => {
        document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
        monaco?.editor.setTheme(isDark() ? 'explorer-dark' : 'explorer-light');
    };
    const setTheme = (chosen) => { store('theme', chosen); applyTheme(); };
    dark.addEventListener('change', applyTheme);
    applyTheme();

    // The editor: a text field at first; Monaco in its place once that is loaded, if it is there and not declined.
    const changed = (owner) => {
        clearTimeout(timer);
        timer = setTimeout(() => owner.invokeMethodAsync('EditedAsync', text()), typingPause);
    };
    const text = () => editor ? editor.getValue() : field.value;

    const createEditor = async (host, initial, owner) => {
        field = host.querySelector('textarea');
        field.value = initial;
        field.addEventListener('input', () => changed(owner));
        const plain = document.getElementById('plain-editor');
        plain.checked = stored('editor') === 'plain';
        plain.addEventListener('change', async () => {
            store('editor', plain.checked ? 'plain' : 'monaco');
            if (plain.checked) {
                usePlain(host);
            } else {
                await useMonaco(host, owner);
            }
        });
        if (!plain.checked) {
            // Not awaited: the compiler need not wait for it.
            useMonaco(host, owner);
        }
    };

    const usePlain = (host) => {
        if (editor) {
            field.value = editor.getValue();
            editor.getModel().dispose();
            editor.dispose();
            editor = null;
        }
        host.querySelector('.monaco-host')?.remove();
        host.dataset.editor = 'plain';
    };

    const useMonaco = async (host, owner) => {
        try {
            monaco ??= await loadMonaco();
        } catch {
            document.querySelector('label:has(#plain-editor)').hidden = true;
            return;
        }
        const element = document.createElement('div');
        element.className = 'monaco-host';
        host.append(element);
        host.dataset.editor = 'monaco';
        editor = monaco.editor.create(element, {
            value: field.value,
            language: 'csharp',
            ariaLabel: 'C# declaration of a loss. Escape, then Tab leaves the editor.',
            automaticLayout: true,
            fontFamily: getComputedStyle(field).fontFamily,
            fontSize: 14,
            lineHeight: 21,
            lineNumbersMinChars: 3,
            minimap: { enabled: false },
            overviewRulerLanes: 0,
            padding: { top: 10, bottom: 10 },
            scrollBeyondLastLine: false,
            quickSuggestions: false,
            suggestOnTriggerCharacters: false,
            wordBasedSuggestions: 'off',
            autoClosingBrackets: 'never',
            autoClosingQuotes: 'never',
            autoSurround: 'never',
            wordWrap: 'on',
            wrappingIndent: 'indent',
            renderLineHighlight: 'none',
            unicodeHighlight: { ambiguousCharacters: false },
            fixedOverflowWidgets: true,
            scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 8, horizontalScrollbarSize: 8 },
        });
        editor.onDidChangeModelContent(() => changed(owner));

        // Tab indents; after Escape it leaves.
        editor.onKeyDown((key) => {
            if (key.keyCode === monaco.KeyCode.Escape) {
                editor.updateOptions({ tabFocusMode: true });
            }
        });
        editor.onDidFocusEditorText(() => editor.updateOptions({ tabFocusMode: false }));
        setProblems(problems);
    };

    const loadMonaco = async () => {
        const base = new URL('monaco/', document.baseURI);
        const styles = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('monaco.css', base).href });
        document.head.append(styles);
        self.MonacoEnvironment = { getWorker: () => new Worker(new URL('editor.worker.js', base), { type: 'module' }) };
        const loaded = await import(new URL('monaco.js', base).href);
        const colours = (background, foreground) => ({ 'editor.background': background, 'editor.foreground': foreground, 'editorGutter.background': background });
        loaded.editor.defineTheme('explorer-light', {
            base: 'vs', inherit: true, colors: colours('#ffffff', '#1f2328'),
            rules: [
                { token: 'keyword', foreground: '24508f' }, { token: 'comment', foreground: '57705c' }, { token: 'number', foreground: '8a4b08' },
                { token: 'string', foreground: '8c3a5b' },
            ],
        });
        loaded.editor.defineTheme('explorer-dark', {
            base: 'vs-dark', inherit: true, colors: colours('#1b1e23', '#e3e6ea'),
            rules: [
                { token: 'keyword', foreground: '8ab4f8' }, { token: 'comment', foreground: '8fae95' }, { token: 'number', foreground: 'f0b26b' },
                { token: 'string', foreground: 'e29bb8' },
            ],
        });
        loaded.editor.setTheme(isDark() ? 'explorer-dark' : 'explorer-light');
        return loaded;
    };

    const setText = (value) => {
        clearTimeout(timer);
        if (!editor) {
            field.value = value;
        } else if (editor.getValue() !== value) {
            // As an edit, so that it can be undone.
            editor.pushUndoStop();
            editor.executeEdits('explorer', [{ range: editor.getModel().getFullModelRange(), text: value }]);
            editor.pushUndoStop();
            clearTimeout(timer);
        }
    };

    let problems = [];
    const setProblems = (all) => {
        problems = all;
        if (!editor) {
            return;
        }
        const severity = { error: monaco.MarkerSeverity.Error, warning: monaco.MarkerSeverity.Warning, information: monaco.MarkerSeverity.Info };
        monaco.editor.setModelMarkers(editor.getModel(), 'LossGen', all.map((problem) => ({
            severity: severity[problem.kind],
            message: problem.message,
            code: problem.help ? { value: problem.id, target: monaco.Uri.parse(problem.help) } : problem.id,
            startLineNumber: problem.range.startLine,
            startColumn: problem.range.startColumn,
            endLineNumber: problem.range.endLine,
            endColumn: problem.range.endColumn,
        })));
    };

    const reveal = (range) => {
        if (editor) {
            editor.setSelection({ startLineNumber: range.startLine, startColumn: range.startColumn, endLineNumber: range.endLine, endColumn: range.endColumn });
            editor.revealLineInCenterIfOutsideViewport(range.startLine);
            editor.focus();
            return;
        }
        const lines = field.value.split('\n');
        const offset = (line, column) => lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
        field.focus();
        field.setSelectionRange(offset(range.startLine, range.startColumn), offset(range.endLine, range.endColumn));
    };

    // The address holds the text.
    const setFragment = (fragment) => history.replaceState(null, '', fragment);
    const onFragment = (owner) => addEventListener('hashchange', () => owner.invokeMethodAsync('OpenAsync', location.hash));
    const copy = async (value) => {
        try {
            await navigator.clipboard.writeText(value);
            return true;
        } catch {
            return false;
        }
    };

    // The room that an element has inside its padding.
    const widthWithin = (id) => {
        const element = document.getElementById(id);
        const style = getComputedStyle(element);
        return Math.max(200, Math.floor(element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)));
    };

    return {
        widthWithin,
        theme, setTheme, createEditor, text, setText, setProblems, reveal, setFragment, onFragment, copy,
        copyAddress: () => copy(location.href),
        fragment: () => location.hash,
        focus: (id) => document.getElementById(id)?.focus(),
    };
})();
