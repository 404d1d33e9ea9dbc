package dev.rapport.examples.benchmarks;

import java.sql.Connection;
import java.util.Locale;

/**
 * How long it takes to tell many things that are due at once, each once and for good: {@code FiringsBesidePeers NAME URL COUNT},
 * where the name is rapport-recorded, rapport, db-scheduler or quartz. Prints seconds by the clock, processor seconds of this
 * process and of the server, and firings a second of either.
 */
public final class FiringsBesidePeers {

    private static final int FOR_WARMING_UP = 10_000;

    private FiringsBesidePeers() {}

    /** Prints one line. */
    public static void main(String[] args) throws Exception {
        String name = args[0];
        String url = args[1];
        int count = Integer.parseInt(args[2]);
        try (Connection connection = LedgerStore.connect(url);
                Firings firings = named(name, url)) {
            ServerProcessorTime processor = ServerProcessorTime.of(connection);
            for (int round = 0; round < 2; round++) {
                firings.plan(Math.min(FOR_WARMING_UP, count));
                firings.fire();
            }
            firings.plan(count);
            double server = processor.ofServer();
            double ours = ServerProcessorTime.ours();
            long began = System.nanoTime();
            firings.fire();
            double seconds = (System.nanoTime() - began) / 1e9;
            ours = ServerProcessorTime.ours() - ours;
            server = processor.ofServer() - server;
            if (firings.told() != count) {
                throw new IllegalStateException(name + " must tell " + count + ", told " + firings.told() + ".");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %,9d firings %8.2f s by the clock %,9.0f a second; processor %7.2f s + server %7.2f s %,9.0f a second%n",
                    name,
                    count,
                    seconds,
                    count / seconds,
                    ours,
                    server,
                    count / (ours + server));
        }
    }

    private static Firings named(String name, String url) throws Exception {
        return switch (name) {
            case "rapport-recorded" -> new RapportFirings(url, false);
            case "rapport" -> new RapportFirings(url, true);
            case "db-scheduler" -> new DbSchedulerFirings(url);
            case "quartz" -> new QuartzFirings(url);
            default -> throw new IllegalArgumentException(
                    "name (" + name + ") must be rapport-recorded, rapport, db-scheduler or quartz.");
        };
    }
}
