package dev.rapport.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a plan costs that is made of columns, from the columns to the plan with its first screen. {@code ColumnPlanFigures
 * POLICIES CUSTOMERS [THREADS]}: a folder of policies, how many customers, how many threads. One size in one process; the
 * columns are drawn before.
 */
public final class ColumnPlanFigures {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ColumnPlanFigures() {}

    /** Prints the figures of one size. */
    public static void main(String[] args) throws IOException {
        int customers = Integer.parseInt(args[1]);
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        WarehouseColumns columns = new WarehouseColumns(customers);
        AsOf asOf = AsOf.endOf(WarehouseColumns.DATE, WarehouseColumns.ZONE);
        Policies policies = PolicyDocuments.read(
                        PolicyFolder.read(Path.of(args[0])),
                        columns.facts().asOf(asOf).provides())
                .orThrow();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            figures(columns, Planner.of(policies, WarehouseColumns.RECKONING).on(executor, threads), asOf, threads);
        } finally {
            executor.shutdown();
        }
    }

    private static void figures(WarehouseColumns columns, Planner planner, AsOf asOf, int threads) {
        long cpu = SYSTEM.getProcessCpuTime();
        long clock = System.nanoTime();
        Plan plan = planner.plan(columns.facts(), asOf, Memory.empty(), new InMemoryMilestoneLedger());
        PlanOverview overview = PlanOverview.of(plan);
        long planned = System.nanoTime();
        long spent = SYSTEM.getProcessCpuTime();
        int customers = plan.customers().size();
        System.out.printf(
                Locale.ROOT,
                "%,d customers, %d threads: %.2f s by the clock, %.2f s of processor time (%.1f microseconds a customer),"
                        + " heap of at most %,d MB; %s in %d segments, %d at risk%n",
                customers,
                threads,
                (planned - clock) / 1e9,
                (spent - cpu) / 1e9,
                (spent - cpu) / 1e3 / customers,
                Runtime.getRuntime().maxMemory() >> 20,
                plan.arr(),
                overview.segments().size(),
                plan.atRisk().read(list -> list.lines().size(), 0));
    }
}
