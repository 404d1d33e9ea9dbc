package dev.rapport.examples.renewaldesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The page of what is due, served to this machine only, one request after the other. */
final class DeskServer implements AutoCloseable {

    private static final int LONGEST_FORM = 10_000;
    private static final int LONGEST_NAME = 100;

    private final Desk desk;
    private final Supplier<AsOf> asOf;
    private final HttpServer server;
    private final String formToken;
    private final CountDownLatch closed = new CountDownLatch(1);

    private DeskServer(Desk desk, Supplier<AsOf> asOf, HttpServer server) {
        this.desk = desk;
        this.asOf = asOf;
        this.server = server;
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.formToken = HexFormat.of().formatHex(secret);
    }

    static DeskServer start(Desk desk, Supplier<AsOf> asOf, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DeskServer served = new DeskServer(desk, asOf, server);
        server.createContext("/", exchange -> {
            try (exchange) {
                served.answer(exchange);
            }
        });
        server.start();
        return served;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            switch (what) {
                case "GET /" -> reply(exchange, 200, "text/html", page(exchange));
                case "POST /ack" -> acknowledge(exchange);
                default -> reply(exchange, 404, "text/plain", "There is only /.");
            }
        } catch (IllegalStateException e) {
            reply(exchange, 503, "text/plain", e.getMessage() + "\nMaybe reload the page in a while.");
        }
    }

    private String page(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        String by = form(query == null ? "" : query).getOrDefault("by", "");
        return desk.page(asOf.get(), Optional.of(new DuePage.Form(formToken, by)));
    }

    private void acknowledge(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        if (!formToken.equals(form.get("token"))) {
            reply(exchange, 403, "text/plain", "The form must be that of the page.\nMaybe reload it.");
            return;
        }
        String by = form.getOrDefault("by", "").strip();
        if (by.isEmpty() || by.length() > LONGEST_NAME) {
            reply(exchange, 400, "text/plain", "Your name must be there, with at most " + LONGEST_NAME + " letters.");
            return;
        }
        try {
            desk.acknowledge(asOf.get(), OccurrenceKey.parse(form.getOrDefault("key", "")), by, "noted on the page");
        } catch (UserError | IllegalArgumentException | DateTimeParseException e) {
            reply(exchange, 400, "text/plain", String.valueOf(e.getMessage()));
            return;
        }
        exchange.getResponseHeaders().set("Location", "/?by=" + URLEncoder.encode(by, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(303, -1);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void reply(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        closed.countDown();
    }
}
