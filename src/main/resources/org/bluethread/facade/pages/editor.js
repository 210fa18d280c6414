// YASGUI in the place of the form, where scripts run: https://github.com/zazuko/Yasgui
// It asks this server alone: prefixes, classes and properties to complete are those of the graph.
(() => {
  'use strict';
  const CANONICAL = 'https://w3id.org/bluethread/';
  const NAMES = {
    '.yasqe .CodeMirror textarea': { 'aria-label': 'Query' },
    '.yasr .CodeMirror textarea': { 'aria-label': 'Response' },
    '.CodeMirror-scroll': { tabindex: '0', role: 'region', 'aria-label': 'Text' },
    '.tableSizer': { 'aria-label': 'Page size' },
    '.tabsList .addTab': { role: 'tab', 'aria-selected': 'false' },
  };
  const place = document.getElementById('editor');
  const plain = document.getElementById('plain');
  const text = document.getElementById('query').value;
  // A link that YASGUI made has its query behind the #. YASGUI opens that and takes it away there.
  const given = place.dataset.given === 'true' && !location.hash.includes('query=');
  const language = new URLSearchParams(location.search).get('lang');

  const shortened = {};
  sayProblems();
  complete('/.well-known/void');
  place.hidden = false;
  plain.hidden = true;
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: new URL('/sparql', location).href },
    endpointCatalogueOptions: { getData: () => [] },
    autofocus: false,
    yasqe: { value: text },
    yasr: { prefixes: () => shortened },
  });
  if (given) {
    show(yasgui);
  }
  // A link that is cut short leads on like any other, where YASGUI would first show all of it.
  place.addEventListener('click', (event) => {
    if (event.target.closest('a.iri')) {
      event.stopPropagation();
    }
  }, true);
  tidy();
  new MutationObserver(tidy).observe(place, { childList: true, subtree: true });

  // The query that the address asks for gets a tab of its own; others stay as they were left.
  function show(yasgui) {
    const open = Object.values(yasgui._tabs).find((tab) => tab.getQuery() === text);
    if (open) {
      yasgui.selectTabId(open.getId());
    } else {
      yasgui.addTab(true, { ...Yasgui.Tab.getDefaults(yasgui), yasqe: { value: text } });
    }
  }

  // YASGUI shows the text of an error, and of a problem document in JSON nothing.
  function sayProblems() {
    const ask = window.fetch;
    window.fetch = async (...request) => {
      const answer = await ask(...request);
      if (answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/problem+json')) {
        return answer;
      }
      const { title, detail, remedy } = await answer.json();
      return new Response([title, detail, remedy].join('\n'), { status: answer.status });
    };
  }

  // The description of the graph as N-Triples, a line for each fact.
  function complete(address) {
    const VOID = 'http://rdfs.org/ns/void#';
    const SHACL = 'http://www.w3.org/ns/shacl#';
    const lines = fetch(address, { headers: { Accept: 'application/n-triples' } })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .then((description) => description.split('\n'));
    const objects = (property) => lines.then((all) =>
      all.flatMap((line) => {
        const [subject, predicate, ...rest] = line.split(' ');
        return predicate === `<${property}>` ? [[subject, rest[0].replace(/^[<"]|[>"].*$/g, '')]] : [];
      }));
    const named = (property) => async (yasqe, token) => {
      const typed = (token.autocompletionString || token.string).toLowerCase();
      const known = (await objects(VOID + property)).map(([, iri]) => iri);
      return [...new Set(known)].filter((iri) => iri.toLowerCase().includes(typed)).sort();
    };
    const prefixes = async () => {
      const namespaces = new Map(await objects(SHACL + 'namespace'));
      for (const [declaration, prefix] of await objects(SHACL + 'prefix')) {
        shortened[prefix] = namespaces.get(declaration);
      }
      return Object.entries(shortened).map(([prefix, namespace]) => `${prefix}: <${namespace}>`).sort();
    };
    const { Yasqe } = Yasgui;
    Yasqe.defaults.autocompleters = ['variables'];
    Yasqe.forkAutocompleter('prefixes', { name: 'prefixes-here', get: prefixes, persistenceId: () => undefined });
    Yasqe.forkAutocompleter('class', { name: 'classes-here', get: named('class') });
    Yasqe.forkAutocompleter('property', { name: 'properties-here', get: named('property') });
  }

  function tidy() {
    // Identifiers of the graph lead to their pages here.
    for (const link of place.querySelectorAll(`a.iri[href^="${CANONICAL}"]`)) {
      const page = new URL('/' + link.getAttribute('href').slice(CANONICAL.length), location);
      if (language) {
        page.searchParams.set('lang', language);
      }
      link.href = page;
    }
    // What YASGUI leaves without a name or a role.
    for (const [selector, attributes] of Object.entries(NAMES)) {
      for (const one of place.querySelectorAll(selector)) {
        Object.entries(attributes).forEach(([name, value]) => {
          if (one.getAttribute(name) !== value) {
            one.setAttribute(name, value);
          }
        });
      }
    }
  }
})();
