package dev.rapport.engagement.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The ledger in thousands of simulated worlds. {@code -Dledger.restarts=1000000} runs longer, {@code -Dledger.seed} again
 * what failed.
 */
class LedgerSimulationTest {

    private static final int RESTARTS_OF_A_WORLD = 60;

    @Test
    void nothingIsLost_nothingIsDoubled_andEveryNonFiringHasAReason() {
        int restarts = Integer.getInteger("ledger.restarts", 12_000);
        long seed = Long.getLong("ledger.seed", new Random().nextLong());
        Random random = new Random(seed);
        LedgerSimulation.Figures figures = new LedgerSimulation.Figures();
        while (figures.restarts < restarts) {
            figures.add(new LedgerSimulation(random.nextLong(), new InMemoryMilestoneLedger()).run(RESTARTS_OF_A_WORLD));
        }

        if (System.getProperty("ledger.restarts") != null) {
            System.out.println("Ledger simulation, seed " + seed + ": " + figures + ", 0 lost, 0 doubled");
        }
        assertThat(figures.firings).as("a world in which nothing fires shows nothing").isGreaterThan(restarts / 100);
        assertThat(figures.redelivered).isPositive();
    }

    @Test
    void oneWorld_isTheSameFromTheSameSeed() {
        assertThat(world(7)).hasToString(world(7).toString());
    }

    private static LedgerSimulation.Figures world(long seed) {
        return new LedgerSimulation(seed, new InMemoryMilestoneLedger()).run(100);
    }

    /** A ledger that now and then says that it has added what it has not. */
    @Test
    void ledgerThatForgets_isFoundOut() {
        InMemoryMilestoneLedger store = new InMemoryMilestoneLedger();
        int[] calls = new int[1];
        MilestoneLedger forgetful = ledger(
                (method, arguments) -> method.getName().equals("add") && calls[0]++ % 5 == 4
                        ? arguments[0]
                        : method.invoke(store, arguments));

        assertThatThrownBy(() -> new LedgerSimulation(3, forgetful).run(1_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed 3: (lost|fired for).*");
    }

    /** A ledger that takes alerts for delivered that nobody delivered. */
    @Test
    void ledgerThatDropsAlerts_isFoundOut() {
        InMemoryMilestoneLedger store = new InMemoryMilestoneLedger();
        MilestoneLedger dropping = ledger((method, arguments) ->
                method.getName().equals("undelivered") ? List.of() : method.invoke(store, arguments));

        assertThatThrownBy(() -> new LedgerSimulation(3, dropping).run(1_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not delivered");
    }

    /** What a ledger does when it is called. */
    private interface Behaviour {
        Object call(Method method, Object[] arguments) throws Exception;
    }

    private static MilestoneLedger ledger(Behaviour behaviour) {
        return (MilestoneLedger) Proxy.newProxyInstance(
                MilestoneLedger.class.getClassLoader(),
                new Class<?>[] {MilestoneLedger.class},
                (proxy, method, arguments) -> behaviour.call(method, arguments));
    }
}
