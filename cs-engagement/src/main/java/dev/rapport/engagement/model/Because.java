package dev.rapport.engagement.model;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clauses that are put together when they are read; the same whoever reads them when. */
final class Because extends AbstractList<String> {

    private final Supplier<List<String>> clauses;
    private @Nullable List<String> known;

    Because(Supplier<List<String>> clauses) {
        this.clauses = clauses;
    }

    private List<String> all() {
        List<String> all = known;
        if (all == null) {
            all = List.copyOf(clauses.get());
            known = all;
        }
        return all;
    }

    @Override
    public String get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }
}
