package dev.rapport.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Supplier;

/** The same computation several times in one process, by the processor time of all its threads. */
final class Repeated {

    private Repeated() {}

    /** Prints the seconds of the first time, with compiling, the result, and the least of all further times. */
    static void print(int further, Supplier<Double> computation) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double result = 0;
        double first = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= further; round++) {
            long before = system.getProcessCpuTime();
            result = computation.get();
            double seconds = (system.getProcessCpuTime() - before) / 1e9;
            first = round == 0 ? seconds : first;
            best = round == 0 ? best : Math.min(best, seconds);
        }
        System.out.printf(Locale.ROOT, "%.3f %.10g %.3f%n", first, result, best);
    }
}
