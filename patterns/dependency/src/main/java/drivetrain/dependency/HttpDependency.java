package drivetrain.dependency;

import drivetrain.kernel.DependencyTimeout;
import drivetrain.kernel.DependencyUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A provider's HTTP API.
 *
 * <p>A call ends within its timeout, whatever the provider does: connecting, sending, waiting and
 * reading together. It is made once; whether to make it again is for the caller to say, who knows
 * what it does. Faults are
 *
 * <ul>
 *   <li>{@link DependencyUnavailable}: no connection, status 429, or a status from 500 on;
 *   <li>{@link DependencyTimeout}: the request may have been carried out, but no answer came.
 * </ul>
 *
 * <p>Their messages name the dependency and the operation, and nothing of what was sent. Redirects
 * are not followed. Safe for several threads.
 */
public final class HttpDependency {
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final String name;
    private final URI base;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * A dependency at an address.
     *
     * @param name for messages: {@code stripe}
     * @param base where paths start
     * @param headers sent with every request, such as the authorization
     * @param timeout the most that one call may take
     */
    public HttpDependency(String name, URI base, Map<String, String> headers, Duration timeout) {
        this.name = name;
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
        // HttpURLConnection has no deadline for a whole exchange: a server that sends a byte now
        // and then would hold a function until it is killed. This client has one, and costs two
        // threads. Connecting gets half the time, so that "never sent" can be told from "perhaps
        // done".
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.dividedBy(2)).build();
    }

    /** Reads. */
    public HttpAnswer get(String operation, String path) {
        return send(operation, request(path).GET());
    }

    /**
     * Sends something.
     *
     * @param more headers of this request alone, such as an idempotency key
     */
    public HttpAnswer post(String operation, String path, String contentType, String body,
            Map<String, String> more) {
        var request = request(path).header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        more.forEach(request::setHeader);
        return send(operation, request);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest
                .newBuilder(URI.create(base.toString().replaceAll("/$", "") + path));
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpAnswer send(String operation, HttpRequest.Builder request) {
        var exchange = client.sendAsync(request.build(), BodyHandlers
                .limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BODY_BYTES));
        var response = await(operation, exchange);
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new DependencyUnavailable(name + " answered " + operation + " with " + status);
        }
        return new HttpAnswer(status, response.body());
    }

    private HttpResponse<String> await(String operation,
            CompletableFuture<HttpResponse<String>> exchange) {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new DependencyTimeout(name + " didn't answer " + operation + " in time", late);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new DependencyTimeout(name + ": " + operation + " was interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw fault(operation, failed.getCause());
        }
    }

    private RuntimeException fault(String operation, Throwable cause) {
        return switch (cause) {
            case ConnectException refused ->
                new DependencyUnavailable(name + " can't be reached for " + operation, refused);
            case HttpConnectTimeoutException slow ->
                new DependencyUnavailable(name + " can't be reached for " + operation, slow);
            case IOException cut ->
                new DependencyTimeout(name + " broke off during " + operation, cut);
            default -> new IllegalStateException(name + ": " + operation + " failed", cause);
        };
    }
}
