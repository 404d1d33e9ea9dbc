package dev.rapport.examples.benchmarks;

import dev.rapport.health.Health;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.memory.Memory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The same scorecard customer by customer, with all reasons: ours, and rule engines whose rules write down theirs. One
 * customer again and again, and a book of ten thousand; the time is that of one customer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class CustomerBenchmark {

    private static final int CUSTOMERS = 10_000;

    private ScorecardStrategy strategy;
    private List<CustomerView> views;
    private EasyRulesScoring easyRules;
    private DroolsScoring drools;
    private List<Account> accounts;

    /** Makes the customers and the rules. */
    @Setup(Level.Trial)
    public void load() {
        ScoringBook book = new ScoringBook(CUSTOMERS, 7);
        strategy = RapportScorecard.strategy();
        views = RapportScorecard.views(book);
        easyRules = new EasyRulesScoring();
        drools = new DroolsScoring();
        accounts = Account.of(book);
    }

    /** Ours, one customer. */
    @Benchmark
    public Health oneCustomer() {
        return strategy.decide(views.get(0), Memory.empty());
    }

    /** Easy Rules, one customer. */
    @Benchmark
    public Account oneCustomerEasyRules() {
        return easyRules.score(accounts.get(0).fresh());
    }

    /** Drools, one customer in a session of its own. */
    @Benchmark
    public Account oneCustomerDrools() {
        return drools.score(accounts.get(0).fresh());
    }

    /** Ours, each customer of a book. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void eachCustomer(Blackhole hole) {
        for (CustomerView view : views) {
            hole.consume(strategy.decide(view, Memory.empty()));
        }
    }

    /** Easy Rules, each customer of a book. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void eachCustomerEasyRules(Blackhole hole) {
        for (Account account : accounts) {
            hole.consume(easyRules.score(account.fresh()));
        }
    }

    /** Drools, all customers of a book in one session. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public List<Account> eachCustomerDrools() {
        return drools.score(accounts.stream().map(Account::fresh).toList());
    }
}
