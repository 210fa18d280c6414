"""Sends the requests that SPARQLWrapper 2 sends, with nothing but Python itself.

python3 sparqlwrapper.py ENDPOINT < REQUESTS

REQUESTS is a JSON array of objects:
  kind     select, ask, construct, describe or update
  text     the query or the update
  format   what SPARQLWrapper calls the return format, such as json-ld
  way      GET, POST (a form) or POSTDIRECTLY
  conneg   true for the Accept header alone, without parameters for the format
  headers  further headers

Prints a JSON array with status, type and body of each answer.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

TURTLE = ["application/turtle", "text/turtle"]
ROWS = {
    "xml": ["application/sparql-results+xml"],
    "json": [
        "application/sparql-results+json",
        "application/json",
        "text/javascript",
        "application/javascript",
    ],
    "csv": ["text/csv"],
    "tsv": ["text/tab-separated-values"],
}
GRAPHS = {
    "turtle": TURTLE,
    "n3": TURTLE + ["text/rdf+n3", "application/n-triples", "application/n3", "text/n3"],
    "xml": ["application/rdf+xml"],
    "rdf+xml": ["application/rdf+xml"],
    "json-ld": ["application/ld+json", "application/x-json+ld"],
}
ACCEPTED = {
    "select": ROWS,
    "ask": ROWS,
    "construct": GRAPHS,
    "describe": GRAPHS,
    "update": {format: ROWS[format] for format in ("xml", "json")},
}
# To these it adds the media types, as some servers do not know the short name.
NAMED_TWICE = ("tsv", "json-ld", "rdf+xml")


def accept(asked):
    return ",".join(ACCEPTED[asked["kind"]].get(asked["format"], ["*/*"]))


def parameters(asked):
    """The format under each of the names that servers have for that parameter."""
    if asked["kind"] == "update" or asked["conneg"]:
        return []
    values = [asked["format"]]
    if asked["format"] in NAMED_TWICE:
        values.append(accept(asked).replace("*/*", ""))
    return [(name, value) for name in ("format", "output", "results") for value in values]


def request(endpoint, asked):
    name = "update" if asked["kind"] == "update" else "query"
    form = parameters(asked)
    if asked["way"] == "POSTDIRECTLY":
        made = urllib.request.Request(endpoint + "?" + encoded(form))
        made.add_header("Content-Type", "application/sparql-" + name)
        made.data = asked["text"].encode()
    elif asked["way"] == "POST":
        made = urllib.request.Request(endpoint)
        made.add_header("Content-Type", "application/x-www-form-urlencoded")
        made.data = encoded([(name, asked["text"])] + form).encode()
    else:
        made = urllib.request.Request(endpoint + "?" + encoded([(name, asked["text"])] + form))
    made.add_header("User-Agent", "sparqlwrapper 2.0.0 (rdflib.github.io/sparqlwrapper)")
    made.add_header("Accept", accept(asked))
    for header, value in asked.get("headers", {}).items():
        made.add_header(header, value)
    return made


def encoded(form):
    return urllib.parse.urlencode(form, safe="/")


def send(made):
    try:
        answer = urllib.request.urlopen(made)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        return {
            "status": answer.status,
            "type": answer.headers.get_content_type(),
            "body": answer.read().decode(),
        }


print(json.dumps([send(request(sys.argv[1], asked)) for asked in json.load(sys.stdin)]))
