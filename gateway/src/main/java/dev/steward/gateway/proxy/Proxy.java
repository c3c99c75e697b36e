package dev.steward.gateway.proxy;

import dev.steward.gateway.routing.Operation;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// Forwards requests whose body has been received completely.
@Singleton
public class Proxy {

    /// WebSockets would bypass every rule.
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final Upstream upstream;
    private final UpstreamClients clients;
    private final InterceptorFactory interceptors;

    Proxy(Upstream upstream, UpstreamClients clients, InterceptorFactory interceptors) {
        this.upstream = upstream;
        this.clients = clients;
        this.interceptors = interceptors;
    }

    /// To be called on the event loop of the request.
    public void forward(ForwardedRequest forwarded) {
        var service = address(forwarded);
        HttpProxy.reverseProxy(OPTIONS, clients.ofThisEventLoop())
                .origin(proxied -> connect(proxied, forwarded, service))
                .addInterceptor(interceptors.of(forwarded, service))
                .handle(forwarded.context().request());
    }

    private URI address(ForwardedRequest forwarded) {
        return Objects.requireNonNull(
                        upstream.services().get(forwarded.service()), forwarded.service())
                .url();
    }

    private Future<HttpClientRequest> connect(
            ProxyContext proxied, ForwardedRequest forwarded, URI service) {
        var secure = service.getScheme().equals("https");
        var options =
                new RequestOptions()
                        .setHost(service.getHost())
                        .setPort(service.getPort() < 0 ? (secure ? 443 : 80) : service.getPort())
                        .setSsl(secure)
                        // Time to get a connection: longer than to open one, so that waiting for
                        // a free one can be told from a service that cannot be reached.
                        .setConnectTimeout(upstream.connectTimeout().plusSeconds(1).toMillis())
                        .setIdleTimeout(timeoutOf(forwarded.operation()).toMillis());
        return proxied.client()
                .request(options)
                .recover(cause -> Future.failedFuture(noConnection(forwarded.service(), cause)));
    }

    private static UpstreamFailure noConnection(String service, Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException
                ? UpstreamFailure.noFreeConnection(service, cause)
                : UpstreamFailure.notConnected(service, cause);
    }

    /// The time for a response starts with the request, so operations with larger bodies get more.
    private Duration timeoutOf(Operation operation) {
        return operation.maxBody() == null
                ? upstream.answerTimeout()
                : upstream.answerTimeout()
                        .plusSeconds(operation.maxBody() / upstream.slowestBody().asLongValue());
    }
}
