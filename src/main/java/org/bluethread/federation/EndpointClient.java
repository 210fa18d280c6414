package org.bluethread.federation;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.message.BasicNameValuePair;

/**
 * Sends requests to the host of one member: to addresses that its declaration allows, without
 * following it elsewhere, within its time and a bounded size. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded">SPARQL 1.1
 *     Protocol, 2.1.2</a>
 */
final class EndpointClient implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 32;
  private static final long MOST_BYTES = 256L * 1024 * 1024;
  private static final int MOST_BYTES_AFTER_THE_END = 64;
  private static final String AGENT = "BlueThread";

  private final Member.Endpoint member;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock;

  EndpointClient(Member.Endpoint member) {
    this.member = member;
    this.client =
        HttpClientBuilder.create()
            .setDnsResolver(new PinnedAddresses(member))
            .setUserAgent(AGENT)
            .disableRedirectHandling()
            .disableAuthCaching()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .build();
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("time of member " + member.name()).factory());
  }

  /**
   * An answer on its way. Closing it ends the transfer, whether all of it was read or not.
   *
   * @param type its media type, without parameters
   * @param body what fails with a {@link MemberException} that says why; closing it does nothing
   * @param transfer what is closed with the answer
   */
  record Answer(String type, InputStream body, Closeable transfer) implements AutoCloseable {
    /**
     * Reads what follows the part that was wanted, so that the connection can be used again: the
     * reader of an answer stops at its last bracket, before the end of the transfer.
     */
    void finish() {
      try {
        int unread = MOST_BYTES_AFTER_THE_END;
        while (unread > 0 && body.read() >= 0) {
          unread--;
        }
      } catch (IOException e) {
        throw new IllegalStateException(e); // Ours does not.
      }
    }

    @Override
    public void close() {
      try {
        transfer.close();
      } catch (IOException e) {
        throw new IllegalStateException(e); // Ours does not.
      }
    }
  }

  /**
   * Asks a query.
   *
   * @param query in SPARQL
   * @param accept the media types wanted
   * @param most how long it may take, if that is less than the member's own time
   * @throws MemberException if the member does not answer with success
   * @throws ForbiddenAddressException if its host stands for an address that is not allowed
   */
  Answer ask(String query, String accept, Duration most) {
    HttpPost post = new HttpPost(member.address());
    post.setEntity(
        new UrlEncodedFormEntity(
            List.of(new BasicNameValuePair("query", query)), StandardCharsets.UTF_8));
    post.setHeader("Accept", accept);
    return send(post, most.compareTo(member.time()) < 0 ? most : member.time());
  }

  /** Gets a document of the member; takes and throws the like of {@link #ask}. */
  Answer get(URI address, String accept) {
    HttpGet get = new HttpGet(address);
    get.setHeader("Accept", accept);
    return send(get, member.time());
  }

  private Answer send(HttpRequestBase request, Duration time) {
    int milliseconds = (int) Math.max(1, time.toMillis());
    request.setConfig(
        RequestConfig.custom()
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .setConnectTimeout(milliseconds)
            .setSocketTimeout(milliseconds)
            .setConnectionRequestTimeout(milliseconds)
            .build());
    Limit limit = new Limit(request, time);
    try {
      CloseableHttpResponse response = client.execute(request);
      int status = response.getStatusLine().getStatusCode();
      HttpEntity entity = response.getEntity();
      if (status != 200 || entity == null) {
        limit.end();
        throw new MemberException(member.name(), "answered with the status " + status + ".");
      }
      Body body = new Body(entity.getContent(), limit);
      return new Answer(type(entity.getContentType()), body, body::end);
    } catch (IOException e) {
      MemberException failure = limit.failure(e);
      limit.end();
      throw failure;
    } catch (ForbiddenAddressException e) {
      limit.end();
      throw e;
    }
  }

  private static String type(Header contentType) {
    return contentType == null ? "" : contentType.getValue().replaceFirst(";.*", "").strip();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends a request when its time is over. */
  private final class Limit {
    private final HttpRequestBase request;
    private final Duration time;
    private final ScheduledFuture<?> alarm;
    private volatile boolean late;

    Limit(HttpRequestBase request, Duration time) {
      this.request = request;
      this.time = time;
      this.alarm = clock.schedule(this::ring, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void ring() {
      late = true;
      request.abort();
    }

    /** Ends the request, and with it its connection. */
    void end() {
      alarm.cancel(false);
      request.abort();
    }

    /** Gives the connection back for the next request. */
    void complete() {
      alarm.cancel(false);
    }

    MemberException failure(IOException e) {
      boolean timeOver = late || e instanceof SocketTimeoutException;
      return timeOver
          ? new MemberException(
              member.name(), "did not answer within " + time.toMillis() / 1000.0 + " seconds.", e)
          : new MemberException(
              member.name(),
              "could not be asked, or broke off its answer (" + e.getClass().getSimpleName() + ").",
              e);
    }
  }

  /** The body of an answer: bounded, and what goes wrong with it names the member. */
  private final class Body extends FilterInputStream {
    private final Limit limit;
    private long read;
    private boolean ended;

    Body(InputStream in, Limit limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = next(bytes, offset, length);
      if (count < 0) {
        ended = true;
        limit.complete();
        return count;
      }
      read += count;
      if (read > MOST_BYTES) {
        throw new MemberException(
            member.name(), "answered with more than " + MOST_BYTES + " bytes.");
      }
      return count;
    }

    private int next(byte[] bytes, int offset, int length) {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw limit.failure(e);
      }
    }

    /** Its readers close it at their last bracket, before the transfer has ended. */
    @Override
    public void close() {
      // See Answer.finish.
    }

    void end() {
      if (!ended) {
        limit.end();
      }
    }
  }
}
