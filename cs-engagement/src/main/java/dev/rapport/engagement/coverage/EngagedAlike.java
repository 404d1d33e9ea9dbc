package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The customers of a book who are of one segment, in one stage and all in their first year or all not: the same rules hold
 * for them, and they take the same hours.
 */
final class EngagedAlike {

    private final BitSet rows = new BitSet();
    private final EngagedCustomer first;

    private EngagedAlike(EngagedCustomer first) {
        this.first = first;
    }

    /** All customers of a book, each among those who are alike. */
    static List<EngagedAlike> in(Book book, Organisation organisation, EngagementPolicy policy) {
        Columns columns = book.columns(List.of(EngagedCustomer.SEGMENT, EngagedCustomer.STAGE, EngagedCustomer.AGE));
        Column segments = columns.find(EngagedCustomer.SEGMENT).orElseThrow();
        Column stages = columns.find(EngagedCustomer.STAGE).orElseThrow();
        Column ages = columns.find(EngagedCustomer.AGE).orElseThrow();
        Map<Long, EngagedAlike> all = new TreeMap<>();
        for (int row = 0; row < book.size(); row++) {
            long kind = code(segments, row) * (stages.words().size() + 1) + code(stages, row);
            boolean isNew = ages.isPresent(row) && EngagedCustomer.isNew(ages.number(row));
            long key = 2 * kind + (isNew ? 1 : 0);
            EngagedAlike alike = all.get(key);
            if (alike == null) {
                alike = new EngagedAlike(new EngagedCustomer(book.customers().get(row), organisation, policy));
                all.put(key, alike);
            }
            alike.rows.set(row);
        }
        return List.copyOf(all.values());
    }

    private static long code(Column column, int row) {
        return column.isPresent(row) ? 1 + (long) column.number(row) : 0;
    }

    IntStream rows() {
        return rows.stream();
    }

    List<OwnerRule> rules() {
        return first.rules();
    }

    /** The hours that all of them take of each pool. */
    Map<String, BigDecimal> pooled() {
        Map<String, BigDecimal> hours = new TreeMap<>();
        for (OwnerRule rule : rules()) {
            rule.pool()
                    .ifPresent(pool -> hours.merge(
                            pool,
                            first.capacity(rule.role()).multiply(BigDecimal.valueOf(rows.cardinality())),
                            BigDecimal::add));
        }
        return hours;
    }
}
