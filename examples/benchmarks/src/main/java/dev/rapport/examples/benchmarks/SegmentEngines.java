package dev.rapport.examples.benchmarks;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segmentation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.joda.money.CurrencyUnit;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * The ten segments by everybody. Rule engines fire all rules that fit, the most important last, so that they need not look again
 * at a customer that has changed; they have a session for each batch of customers, which they like better than one for all.
 */
final class SegmentEngines {

    static final int BATCH = 10_000;

    private SegmentEngines() {}

    /** What puts the customers into their segments. */
    interface Engine {
        void run();

        int segment(int row);
    }

    /** From columns that are there, as a table is there for others. */
    static Engine rapport(List<SegmentCustomer> customers) {
        return rapport(customers, false);
    }

    /** From the book, whose columns are read anew each time. */
    static Engine rapportFromBook(List<SegmentCustomer> customers) {
        return rapport(customers, true);
    }

    private static Engine rapport(List<SegmentCustomer> customers, boolean fromBook) {
        AttributeKey<String> country = AttributeKey.text("country");
        AttributeKey<Double> arr = AttributeKey.number("revenue");
        AttributeKey<Double> seats = AttributeKey.number("seats");
        AttributeKey<Double> change = AttributeKey.number("change");
        ViewAdapter<SegmentCustomer> adapter = ViewAdapter.builder(SegmentCustomer::id)
                .attribute(country, SegmentCustomer::getCountry)
                .attribute(arr, SegmentCustomer::getArr)
                .attribute(seats, SegmentCustomer::getSeats)
                .attribute(change, SegmentCustomer::getChange)
                .build();
        Book book = Facts.of(adapter, customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30));
        List<Rule> rules = new ArrayList<>();
        for (SegmentRule rule : SegmentRule.TEN) {
            List<Condition> all = new ArrayList<>();
            if (!rule.countries().isEmpty()) {
                all.add(Condition.oneOf(country, rule.countries().toArray(String[]::new)));
            }
            all.add(Condition.atLeast(arr, rule.arr()));
            all.add(Condition.atLeast(seats, rule.seats()));
            all.add(Condition.atLeast(change, rule.change()));
            rules.add(Rule.of("s" + rules.size(), Condition.allOf(all.toArray(Condition[]::new))));
        }
        RuleSegmentation strategy = RuleSegmentation.of(rules);
        Columns columns = strategy.program().columns(book);
        int[] rows = IntStream.range(0, customers.size())
                .map(row -> Integer.parseInt(columns.customerIds().get(row).substring(1)))
                .toArray();
        int[] rowOf = new int[rows.length];
        IntStream.range(0, rows.length).forEach(row -> rowOf[rows[row]] = row);
        return new Engine() {
            private Optional<Segmentation> last = Optional.empty();

            @Override
            public void run() {
                last = Optional.of(
                        fromBook
                                ? Segmentation.of(strategy, book)
                                : Segmentation.of(strategy, columns, Runnable::run, 1));
            }

            @Override
            public int segment(int row) {
                return last.orElseThrow().segment(rowOf[row]).map(strategy.segments()::indexOf).orElse(-1);
            }
        };
    }

    /** SQL over an in-memory table; the result goes into another one. */
    static Engine duckDb(List<SegmentCustomer> customers) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(connection, "SET threads TO 1");
        execute(connection, "CREATE TABLE book (id INTEGER, country VARCHAR, arr DOUBLE, seats DOUBLE, change DOUBLE)");
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "book")) {
            for (int row = 0; row < customers.size(); row++) {
                SegmentCustomer customer = customers.get(row);
                appender.beginRow();
                appender.append(row);
                appender.append(customer.getCountry());
                appender.append(customer.getArr());
                appender.append(customer.getSeats());
                appender.append(customer.getChange());
                appender.endRow();
            }
        }
        StringBuilder sql = new StringBuilder("CREATE OR REPLACE TEMP TABLE result AS SELECT id, CASE");
        for (int i = 0; i < SegmentRule.TEN.size(); i++) {
            SegmentRule rule = SegmentRule.TEN.get(i);
            sql.append(" WHEN ");
            if (!rule.countries().isEmpty()) {
                sql.append(rule.countries().stream().collect(Collectors.joining("', '", "country IN ('", "') AND ")));
            }
            sql.append("arr >= ").append(rule.arr()).append("e0 AND seats >= ").append(rule.seats());
            sql.append("e0 AND change >= ").append(rule.change()).append("e0 THEN ").append(i);
        }
        sql.append(" ELSE -1 END AS segment FROM book");
        return new Engine() {
            @Override
            public void run() {
                execute(connection, sql.toString());
            }

            @Override
            public int segment(int row) {
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("SELECT segment FROM result WHERE id = " + row)) {
                    found.next();
                    return found.getInt(1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Engine drools(List<SegmentCustomer> customers) {
        StringBuilder text = new StringBuilder("package segment;\nimport " + SegmentCustomer.class.getName() + ";\n");
        for (int i = 0; i < SegmentRule.TEN.size(); i++) {
            SegmentRule rule = SegmentRule.TEN.get(i);
            text.append("rule \"s").append(i).append("\" salience ").append(i).append("\nwhen $c : SegmentCustomer(");
            if (!rule.countries().isEmpty()) {
                text.append(rule.countries().stream().collect(Collectors.joining("\", \"", "country in (\"", "\"), ")));
            }
            text.append("arr >= ").append(rule.arr()).append(", seats >= ").append(rule.seats());
            text.append(", change >= ").append(rule.change());
            text.append(")\nthen $c.setSegment(").append(i).append(");\nend\n");
        }
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/segment/segment.drl", text.toString());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBase rules = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
        return inBatches(customers, batch -> {
            KieSession session = rules.newKieSession();
            try {
                batch.forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        });
    }

    static Engine evrete(List<SegmentCustomer> customers) {
        RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
        for (int i = 0; i < SegmentRule.TEN.size(); i++) {
            int position = i;
            SegmentRule rule = SegmentRule.TEN.get(i);
            ValuesPredicate fits = values -> rule.fits(values.get(0), values.get(1), values.get(2), values.get(3));
            builder = builder.newRule("s" + i)
                    .salience(i)
                    .forEach("$c", SegmentCustomer.class)
                    .where(fits, "$c.country", "$c.arr", "$c.seats", "$c.change")
                    .execute(context -> context.<SegmentCustomer>get("$c").setSegment(position));
        }
        Knowledge rules = builder.build();
        return inBatches(customers, batch -> {
            try (StatefulSession session = rules.newStatefulSession()) {
                session.insertAndFire(batch);
            }
        });
    }

    private static Engine inBatches(List<SegmentCustomer> customers, Consumer<List<SegmentCustomer>> session) {
        return new Engine() {
            @Override
            public void run() {
                for (int from = 0; from < customers.size(); from += BATCH) {
                    session.accept(customers.subList(from, Math.min(customers.size(), from + BATCH)));
                }
            }

            @Override
            public int segment(int row) {
                return customers.get(row).getSegment();
            }
        };
    }
}
