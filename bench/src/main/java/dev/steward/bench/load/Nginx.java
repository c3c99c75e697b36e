package dev.steward.bench.load;

import dev.steward.bench.SystemUnderTest;
import dev.steward.local.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/// nginx as the proxy of one service, with connections kept to it.
public record Nginx(URI url, Process running) implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log nginx.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                upstream service { server %s; keepalive 64; }
                server {
                    listen 127.0.0.1:%d;
                    keepalive_requests 1000000000;
                    location / {
                        proxy_pass http://service;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header X-Forwarded-For $remote_addr;
                    }
                }
            }
            """;

    public static Nginx start(SystemUnderTest steward) {
        var port = Port.free("nginx").number();
        var folder = steward.folder().resolve("nginx");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("nginx.conf"),
                    CONFIGURATION.formatted(steward.system().backlog().getAuthority(), port));
            var process =
                    new ProcessBuilder(
                                    Tool.NGINX.path(),
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    "nginx.conf",
                                    "-e",
                                    "nginx.log")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("nginx.out").toFile())
                            .start();
            return new Nginx(URI.create("http://127.0.0.1:" + port), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.destroy();
    }
}
