// Asks a source questions with Comunica: node comunica.mjs TYPE ADDRESS QUESTION...
// TYPE is sparql, file, or any for a source whose type Comunica is to find out.
// Prints one line of JSON a question: its rows, its truth, or its triples.
import { QueryEngine } from '@comunica/query-sparql';

const [type, value, ...questions] = process.argv.slice(2);
const source = type === 'any' ? value : { type, value };
const engine = new QueryEngine();

function text(term) {
  return term.language ? `${term.value}@${term.language}` : term.value;
}

async function said(answer) {
  const found = await answer.execute();
  switch (answer.resultType) {
    case 'bindings':
      return (await found.toArray()).map(row =>
        Object.fromEntries([...row].map(([variable, term]) => [variable.value, text(term)])));
    case 'quads':
      return (await found.toArray()).map(triple =>
        [triple.subject, triple.predicate, triple.object].map(text));
    default:
      return found;
  }
}

for (const question of questions) {
  console.log(JSON.stringify(await said(await engine.query(question, { sources: [source] }))));
}
