package org.bluethread.federation;

import java.time.Duration;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** A SPARQL endpoint. */
final class EndpointSource implements Source {
  private static final String ACCEPT =
      "application/sparql-results+json, application/sparql-results+xml;q=0.9";

  private final Member.Endpoint member;
  private final EndpointClient client;

  EndpointSource(Member.Endpoint member, EndpointClient client) {
    this.member = member;
    this.client = client;
  }

  @Override
  public Rows rows(String query, Duration most) {
    EndpointClient.Answer answer = client.ask(query, ACCEPT, most);
    try {
      RowSet rows =
          RowSetReaderRegistry.getFactory(syntax(answer))
              .create(syntax(answer))
              .read(answer.body(), Context.emptyContext());
      return new RemoteRows(answer, rows);
    } catch (RuntimeException e) {
      answer.close();
      throw named(e);
    }
  }

  @Override
  public boolean truth(String query, Duration most) {
    try (EndpointClient.Answer answer = client.ask(query, ACCEPT, most)) {
      boolean truth = read(answer).booleanResult();
      answer.finish();
      return truth;
    } catch (RuntimeException e) {
      throw named(e);
    }
  }

  private QueryExecResult read(EndpointClient.Answer answer) {
    Lang syntax = syntax(answer);
    return RowSetReaderRegistry.getFactory(syntax)
        .create(syntax)
        .readAny(answer.body(), Context.emptyContext());
  }

  private Lang syntax(EndpointClient.Answer answer) {
    Lang lang = RDFLanguages.contentTypeToLang(answer.type());
    if (ResultSetLang.RS_JSON.equals(lang) || ResultSetLang.RS_XML.equals(lang)) {
      return lang;
    }
    throw new MemberException(
        member.name(),
        "answered with \"" + answer.type() + "\" in the place of results of SPARQL.");
  }

  /** The same failure, with the name of the member. */
  private RuntimeException named(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MemberException || cause instanceof ForbiddenAddressException) {
        return (RuntimeException) cause;
      }
    }
    return new MemberException(member.name(), "gave an answer that cannot be read.", e);
  }

  @Override
  public void close() {
    client.close();
  }

  private final class RemoteRows implements Rows {
    private final EndpointClient.Answer answer;
    private final RowSet rows;

    RemoteRows(EndpointClient.Answer answer, RowSet rows) {
      this.answer = answer;
      this.rows = rows;
    }

    @Override
    public List<Var> variables() {
      return rows.getResultVars();
    }

    @Override
    public boolean hasNext() {
      try {
        boolean more = rows.hasNext();
        if (!more) {
          answer.finish();
        }
        return more;
      } catch (RuntimeException e) {
        throw named(e);
      }
    }

    @Override
    public Binding next() {
      try {
        return rows.next();
      } catch (RuntimeException e) {
        throw named(e);
      }
    }

    @Override
    public void close() {
      answer.close();
    }
  }
}
