package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.organisation.TimeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a table can feed, in the order of the columns when it is written. */
final class TableSchema {

    static final String CUSTOMERS = "customers";
    static final String RATES = "rates";

    static final String ID = "id";
    static final String SINCE = "since";
    static final String VALID_FROM = "valid-from";
    static final String VALID_UNTIL = "valid-until";
    static final String RECORDED_AT = "recorded-at";
    static final String CURRENCY = "currency";
    static final String CUSTOMER = "customer";
    static final String AT = "at";
    static final String FROM = "from";
    static final String RATE = "rate";

    /** Names that no attribute and no field may have. */
    static final Set<String> RESERVED = Set.of(ID, SINCE, VALID_FROM, VALID_UNTIL, RECORDED_AT, CURRENCY, CUSTOMER, AT);

    /** Where the attributes begin among the cells of a row of customers. */
    static final int ATTRIBUTES = 6;

    /** Where the fields begin among the cells of a row of a series. */
    static final int FIELDS = 5;

    /** The date fields that stand for the column {@code at} where it is empty, the first that is filled. */
    private static final Map<SeriesKey<?>, List<AttributeKey<?>>> STAND_INS = Map.of(
            Contract.SERIES, List.of(Contract.SIGNED_ON, Contract.START),
            ContractLine.SERIES, List.of(ContractLine.START),
            Ownership.SERIES, List.of(Ownership.FROM),
            StageEntry.SERIES, List.of(StageEntry.ENTERED_ON),
            Play.SERIES, List.of(Play.STARTED_ON),
            SurveyAnswer.SERIES, List.of(SurveyAnswer.ASKED_ON));

    /**
     * A thing that a column can feed.
     *
     * @param name  its name, and that of the column in our own files
     * @param kind  what the cells are
     * @param required  whether the table must have it
     */
    record Target(String name, CellKind kind, boolean required) {}

    private final String name;
    private final List<Target> targets;
    private final @Nullable SeriesKey<?> series;
    private final List<AttributeKey<?>> attributes;

    private TableSchema(
            String name, List<Target> targets, @Nullable SeriesKey<?> series, List<AttributeKey<?>> attributes) {
        this.name = name;
        this.targets = List.copyOf(targets);
        this.series = series;
        this.attributes = List.copyOf(attributes);
    }

    static TableSchema customers(List<AttributeKey<?>> attributes) {
        List<Target> targets = new ArrayList<>(List.of(
                new Target(ID, CellKind.TEXT, true),
                new Target(SINCE, CellKind.MOMENT, false),
                new Target(VALID_FROM, CellKind.START, false),
                new Target(VALID_UNTIL, CellKind.MOMENT, false),
                new Target(RECORDED_AT, CellKind.MOMENT, false),
                new Target(CURRENCY, CellKind.CURRENCY, false)));
        attributes.forEach(key -> targets.add(new Target(key.name(), CellKind.of(key.kind(), true), false)));
        return new TableSchema(CUSTOMERS, targets, null, attributes);
    }

    static TableSchema series(SeriesKey<?> key) {
        List<Target> targets = new ArrayList<>(List.of(
                new Target(CUSTOMER, CellKind.TEXT, !key.equals(TimeEntry.SERIES)),
                new Target(ID, CellKind.TEXT, key.nature() == SeriesKey.Nature.RECORDS),
                new Target(AT, CellKind.MOMENT, !STAND_INS.containsKey(key)),
                new Target(RECORDED_AT, CellKind.MOMENT, false),
                new Target(CURRENCY, CellKind.CURRENCY, false)));
        for (AttributeKey<?> field : key.fields()) {
            targets.add(new Target(
                    field.name(),
                    CellKind.of(field.kind(), false),
                    key.requiredFields().contains(field)));
        }
        return new TableSchema(key.name(), targets, key, key.fields());
    }

    static TableSchema rates() {
        return new TableSchema(
                RATES,
                List.of(
                        new Target(CURRENCY, CellKind.CURRENCY, true),
                        new Target(FROM, CellKind.DATE, true),
                        new Target(RATE, CellKind.DECIMAL, true)),
                null,
                List.of());
    }

    String name() {
        return name;
    }

    List<Target> targets() {
        return targets;
    }

    List<String> names() {
        return targets.stream().map(Target::name).toList();
    }

    int indexOf(String target) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).name().equals(target)) {
                return i;
            }
        }
        return -1;
    }

    /** The position of a field among the cells, or -1. */
    int indexOf(AttributeKey<?> field) {
        int index = attributes.indexOf(field);
        return index < 0 ? -1 : firstKey() + index;
    }

    /** Where the attributes or fields begin among the cells. */
    int firstKey() {
        return series == null ? ATTRIBUTES : FIELDS;
    }

    boolean isCustomers() {
        return name.equals(CUSTOMERS);
    }

    boolean isRates() {
        return name.equals(RATES);
    }

    /** The series, of tables that hold one. */
    SeriesKey<?> series() {
        if (series == null) {
            throw new IllegalStateException("table " + name + " holds no series");
        }
        return series;
    }

    boolean isSeries() {
        return series != null;
    }

    /** The attributes of customers or the fields of a series. */
    List<AttributeKey<?>> keys() {
        return attributes;
    }

    /** The positions of the date fields that stand for an empty {@code at}. */
    List<Integer> standIns() {
        return series == null
                ? List.of()
                : STAND_INS.getOrDefault(series, List.of()).stream()
                        .map(this::indexOf)
                        .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
