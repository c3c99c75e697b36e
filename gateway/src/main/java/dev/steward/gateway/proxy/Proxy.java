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

/// Passes requests on that have arrived whole.
@Singleton
public class Proxy {

    /// A WebSocket would be tunnelled past every rule.
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final Upstream upstream;
    private final UpstreamClients clients;
    private final Interception interception;

    Proxy(Upstream upstream, UpstreamClients clients, Interception interception) {
        this.upstream = upstream;
        this.clients = clients;
        this.interception = interception;
    }

    /// To be called on the event loop of the request.
    public void pass(Hop hop) {
        var service = address(hop);
        HttpProxy.reverseProxy(OPTIONS, clients.ofThisEventLoop())
                .origin(proxied -> connect(proxied, hop, service))
                .addInterceptor(interception.of(hop, service))
                .handle(hop.context().request());
    }

    private URI address(Hop hop) {
        return Objects.requireNonNull(upstream.services().get(hop.service()), hop.service()).url();
    }

    private Future<HttpClientRequest> connect(ProxyContext proxied, Hop hop, URI service) {
        var secure = service.getScheme().equals("https");
        var options =
                new RequestOptions()
                        .setHost(service.getHost())
                        .setPort(service.getPort() < 0 ? (secure ? 443 : 80) : service.getPort())
                        .setSsl(secure)
                        // To get a connection at all: longer than to make one, so that a wait for
                        // a free one is told from a service that cannot be reached.
                        .setConnectTimeout(upstream.connectTimeout().plusSeconds(1).toMillis())
                        .setIdleTimeout(patience(hop.operation()).toMillis());
        return proxied.client()
                .request(options)
                .recover(cause -> Future.failedFuture(noConnection(hop.service(), cause)));
    }

    private static HopFailure noConnection(String service, Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException
                ? HopFailure.noConnectionFree(service, cause)
                : HopFailure.notConnected(service, cause);
    }

    /// The wait for an answer begins with the request: what may be larger than usual may also take
    /// longer to be read.
    private Duration patience(Operation operation) {
        return operation.maxBody() == null
                ? upstream.answerTimeout()
                : upstream.answerTimeout()
                        .plusSeconds(operation.maxBody() / upstream.slowestBody().asLongValue());
    }
}
