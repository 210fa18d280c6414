package org.bluethread.federation;

/** A member of the federation that did not answer as it should. */
public final class MemberException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String member;

  /**
   * @param member its name
   * @param why what happened, as the end of a sentence that begins with the name
   */
  MemberException(String member, String why, Throwable cause) {
    super("The member " + member + " " + why, cause);
    this.member = member;
  }

  /**
   * @param member its name
   * @param why what happened, as the end of a sentence that begins with the name
   */
  MemberException(String member, String why) {
    this(member, why, null);
  }

  /** The name of the member. */
  public String member() {
    return member;
  }
}
