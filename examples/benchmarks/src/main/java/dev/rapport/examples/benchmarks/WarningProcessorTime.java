package dev.rapport.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/** The warnings of {@link WarningBenchmark} by processor time, which other work on the machine distorts less than a clock. */
public final class WarningProcessorTime {

    private static final long NANOS_EACH = 3_000_000_000L;

    private WarningProcessorTime() {}

    /** Prints the least processor time of an observation, of all passes within three seconds. */
    public static void main(String[] args) {
        WarningBenchmark benchmark = new WarningBenchmark();
        benchmark.make();
        Map<String, IntSupplier> passes = new LinkedHashMap<>();
        passes.put("cusum", benchmark::cusum);
        passes.put("ewma", benchmark::ewma);
        passes.put("counts", benchmark::counts);
        passes.put("countsOfBothSides", benchmark::countsOfBothSides);
        passes.put("silence", benchmark::silence);
        passes.put("changePoints", benchmark::changePoints);
        passes.put("rateChangePoints", benchmark::rateChangePoints);
        passes.put("plainZScore", benchmark::plainZScore);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        passes.forEach((name, pass) -> {
            long least = Long.MAX_VALUE;
            int alarms = 0;
            for (long end = System.nanoTime() + NANOS_EACH; System.nanoTime() < end; ) {
                long before = threads.getCurrentThreadCpuTime();
                alarms = pass.getAsInt();
                least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
            }
            double nanos = (double) least / WarningBenchmark.OBSERVATIONS;
            System.out.printf(
                    Locale.ROOT, "%-18s %7.1f ns, %6.1f million a second, %d alarms%n", name, nanos, 1e3 / nanos, alarms);
        });
    }
}
