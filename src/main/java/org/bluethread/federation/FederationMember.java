package org.bluethread.federation;

import org.eclipse.rdf4j.federated.FederationContext;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.endpoint.EndpointClassification;
import org.eclipse.rdf4j.federated.endpoint.EndpointConfiguration;
import org.eclipse.rdf4j.federated.evaluation.TripleSource;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;

/** A member, as FedX sees it: something that reads queries, and cannot be written. */
final class FederationMember implements Endpoint {
  private final Member member;
  private final Source source;
  private volatile TripleSource asked;

  FederationMember(Member member, Source source) {
    this.member = member;
    this.source = source;
  }

  /** What it was declared as. */
  Member member() {
    return member;
  }

  @Override
  public void init(FederationContext context) {
    asked = new MemberTripleSource(member.name(), source, context);
  }

  @Override
  public boolean isInitialized() {
    return asked != null;
  }

  @Override
  public TripleSource getTripleSource() {
    return asked;
  }

  /** Remote ones are asked by text, and text is what every member reads. */
  @Override
  public EndpointClassification getEndpointClassification() {
    return EndpointClassification.Remote;
  }

  @Override
  public boolean isWritable() {
    return false;
  }

  @Override
  public String getId() {
    return member.name();
  }

  @Override
  public String getName() {
    return member.name();
  }

  @Override
  public String getEndpoint() {
    return member.name();
  }

  @Override
  public EndpointConfiguration getEndpointConfiguration() {
    return null; // FedX's word for none.
  }

  @Override
  public Repository getRepository() {
    throw byTripleSource();
  }

  @Override
  public RepositoryConnection getConnection() {
    throw byTripleSource();
  }

  private static UnsupportedOperationException byTripleSource() {
    return new UnsupportedOperationException("A member is asked through its triple source.");
  }

  @Override
  public long size() {
    throw new UnsupportedOperationException("Members are not counted.");
  }

  @Override
  public void shutDown() {
    source.close();
  }
}
