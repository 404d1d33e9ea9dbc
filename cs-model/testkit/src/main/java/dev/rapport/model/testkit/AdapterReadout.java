package dev.rapport.model.testkit;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.ViewAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that an adapter shows of a customer in a cut, as lines that differ whenever anything of it does. */
final class AdapterReadout {

    private AdapterReadout() {}

    static <C> List<String> of(ViewAdapter<C> adapter, C customer, Cut cut) {
        List<String> lines = new ArrayList<>();
        lines.add("customer " + adapter.id(customer));
        if (!adapter.exists(customer, cut)) {
            lines.add("does not exist");
            return lines;
        }
        for (AttributeKey<?> key : adapter.provides(cut).attributes()) {
            lines.add("attribute " + key + " = " + text(adapter.read(customer, key, cut)));
        }
        for (SeriesKey<?> key : adapter.provides(cut).series()) {
            for (Entry entry : adapter.entries(customer, key, cut)) {
                lines.add("series " + key + ": " + text(key, entry));
            }
        }
        return lines;
    }

    private static String text(Reading<?> reading) {
        return reading.status() + " " + reading.value().map(AdapterReadout::text) + " " + reading.provenance() + " "
                + reading.reason();
    }

    private static String text(SeriesKey<?> key, Entry entry) {
        StringBuilder text = new StringBuilder(entry.id() + " at " + entry.at() + " recorded " + entry.recordedAt());
        text.append(" in ").append(entry.source());
        for (AttributeKey<?> field : key.fields()) {
            entry.find(field)
                    .ifPresent(value ->
                            text.append(", ").append(field).append(" = ").append(text(value)));
        }
        return text.toString();
    }

    private static String text(Object value) {
        return (value instanceof Set<?> set ? new TreeSet<>(set) : value).toString();
    }
}
