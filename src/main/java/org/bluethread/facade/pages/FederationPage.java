package org.bluethread.facade.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.bluethread.federation.Member;

/**
 * Who belongs to the federation, and a form to ask them.
 *
 * @param address where programs ask
 * @param members in the order of their declaration
 */
public record FederationPage(String address, List<OneMember> members) {
  /** Copies the list. */
  public FederationPage {
    members = List.copyOf(members);
  }

  /**
   * A member.
   *
   * @param name what errors call it
   * @param kind {@code graph}, {@code endpoint} or {@code file}
   * @param endpoint its address
   * @param seconds how long one request to it may take
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OneMember(
      String name, String kind, Optional<String> endpoint, Optional<Double> seconds) {
    /** Whether it is asked over HTTP. */
    @JsonIgnore
    public boolean isEndpoint() {
      return kind.equals("endpoint");
    }

    /** Whether it was read from a file. */
    @JsonIgnore
    public boolean isFile() {
      return kind.equals("file");
    }

    static OneMember of(Member member) {
      return switch (member) {
        case Member.Here here ->
            new OneMember(here.name(), "graph", Optional.empty(), Optional.empty());
        case Member.File file ->
            new OneMember(file.name(), "file", Optional.empty(), Optional.empty());
        case Member.Endpoint one ->
            new OneMember(
                one.name(),
                "endpoint",
                Optional.of(one.address().toString()),
                Optional.of(one.time().toMillis() / 1000.0));
      };
    }
  }

  /** The page. */
  public static FederationPage of(String address, List<Member> members) {
    return new FederationPage(address, members.stream().map(OneMember::of).toList());
  }
}
