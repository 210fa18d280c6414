// Suggestions under the search box, as a combobox with a list (WAI-ARIA 1.2). Without this script
// the box is a search form like any other.
(() => {
  'use strict';
  const PAUSE = 150;
  const MOST = 8;
  const box = document.getElementById('find');
  const list = document.getElementById('suggestions');
  let asked = null;
  let timer = 0;
  let chosen = -1;

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  close();

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return; // Enter takes a word of an input method.
    }
    if (event.key === 'Escape' && !list.hidden) {
      close();
    } else if (event.key === 'Enter' && chosen >= 0) {
      list.children[chosen].click();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.children.length > 0) {
      list.hidden = false;
      box.setAttribute('aria-expanded', 'true');
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else {
      return;
    }
    event.preventDefault();
  });
  box.addEventListener('blur', close);
  // A press on a suggestion leaves the box focused, so that the list is still there at its release.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  async function suggest() {
    if (asked) {
      asked.abort();
    }
    const text = box.value.trim();
    if (text === '') {
      close();
      return;
    }
    asked = new AbortController();
    const language = document.documentElement.lang;
    const address = '/search?' + new URLSearchParams({ q: text, limit: MOST, lang: language });
    try {
      const answer = await fetch(address, {
        headers: { Accept: 'application/json' },
        signal: asked.signal,
      });
      if (answer.ok) {
        show((await answer.json()).hits ?? []);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        close(); // The form still searches.
      }
    }
  }

  function show(hits) {
    list.replaceChildren(...hits.map(option));
    chosen = -1;
    box.removeAttribute('aria-activedescendant');
    list.hidden = hits.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
  }

  function option(hit, place) {
    const item = document.createElement('li');
    item.id = 'suggestion-' + place;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.addEventListener('click', () => location.assign(here(hit.iri)));
    if (hit.codes?.length) {
      const code = document.createElement('span');
      code.className = 'code';
      code.textContent = hit.codes[0];
      item.append(code, ' ');
    }
    const name = document.createElement('bdi');
    name.lang = hit.language ?? '';
    name.textContent = hit.label;
    item.append(name);
    return item;
  }

  // Things of ours are shown on the server that serves this page, in the language of the page.
  function here(iri) {
    const base = list.dataset.base;
    if (!iri.startsWith(base)) {
      return '/search?' + new URLSearchParams({ q: iri });
    }
    const inAddress = new URLSearchParams(location.search).has('lang');
    const path = '/' + iri.slice(base.length);
    const end = path.indexOf('#') < 0 ? path.length : path.indexOf('#');
    const language = inAddress ? '?lang=' + document.documentElement.lang : '';
    return path.slice(0, end) + language + path.slice(end);
  }

  function choose(place) {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((one, at) => one.setAttribute('aria-selected', String(at === chosen)));
    box.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }
})();
