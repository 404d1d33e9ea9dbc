package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.tables.Numbers.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows together by customer. Customers come first, then contracts, then all else, so that a row that names what is
 * not there can be rejected at once.
 */
final class BookDraft {

    static final int CUSTOMER_ID = 0;
    static final int SINCE = 1;
    static final int VALID_FROM = 2;
    static final int VALID_UNTIL = 3;
    static final int RECORDED_AT = 4;

    static final int CUSTOMER = 0;
    static final int ENTRY_ID = 1;
    static final int AT = 2;
    static final int ENTRY_RECORDED_AT = 3;

    private static final Comparator<DraftRow> ENTRY_IDENTITY = Comparator.<DraftRow, Instant>comparing(
                    row -> row.instant(AT))
            .thenComparing(row -> row.instant(ENTRY_RECORDED_AT))
            .thenComparing(row -> row.text(ENTRY_ID));

    private static final Comparator<DraftRow> RECORDED = Comparator.comparing(row -> row.instant(ENTRY_RECORDED_AT));

    private final ZoneId zone;
    private final Rejections rejections;
    private final EntryRules rules;
    private final UsedCurrencies currencies;
    private final Map<String, CustomerDraft> customers = new HashMap<>();
    private final List<CustomerDraft> settled = new ArrayList<>();
    private final CustomerDraft nobody;
    private boolean customersAreSettled;

    BookDraft(ZoneId zone, Rejections rejections, UsedCurrencies currencies) {
        this.nobody = new CustomerDraft("", zone);
        this.zone = zone;
        this.rejections = rejections;
        this.rules = new EntryRules(zone);
        this.currencies = currencies;
    }

    /** Those that were not rejected, by id. */
    List<CustomerDraft> customers() {
        return settled;
    }

    @Nullable
    CustomerDraft customer(String id) {
        return customers.get(id);
    }

    void addStatement(DraftRow row) {
        String id = row.text(CUSTOMER_ID);
        if (id.isBlank()) {
            rejections.reject(row, CUSTOMER_ID, Refusal.of("missing-value", "must have a value"));
            return;
        }
        CustomerDraft customer = customers.get(id);
        if (customer == null) {
            customer = new CustomerDraft(id, zone);
            customers.put(id, customer);
        }
        customer.statements().add(row);
    }

    /** Rejects what customers say twice or contradict themselves in, and customers who do not say since when they are. */
    void settleCustomers() {
        List<CustomerDraft> all = new ArrayList<>(customers.values());
        all.sort(Comparator.comparing(CustomerDraft::id));
        for (CustomerDraft customer : all) {
            List<DraftRow> rows = settledStatements(customer);
            if (rows.isEmpty()) {
                customers.remove(customer.id());
                continue;
            }
            rows.forEach(row -> countCurrencies(row, TableSchema.ATTRIBUTES, customer.recordedAt(row)));
            settled.add(customer);
        }
        customersAreSettled = true;
    }

    private List<DraftRow> settledStatements(CustomerDraft customer) {
        List<DraftRow> rows = customer.statements();
        Instant since = rows.stream()
                .filter(row -> row.cell(SINCE) != null)
                .min(Comparator.comparing(BookDraft::saidAt).thenComparing(row -> row.instant(SINCE)))
                .map(row -> row.instant(SINCE))
                .orElse(null);
        if (since == null) {
            rows.forEach(row -> rejections.reject(
                    row, SINCE, Refusal.of("missing-value", "must have a value in one row of the customer")));
            return List.of();
        }
        customer.statements(rows, since);
        List<DraftRow> right = new ArrayList<>();
        for (DraftRow row : rows) {
            if (row.cell(SINCE) != null && !row.instant(SINCE).equals(since)) {
                rejections.reject(
                        row,
                        SINCE,
                        Refusal.of(
                                        "contradiction",
                                        "must be the same in all rows of a customer, is " + CellText.of(since, zone)
                                                + " in another")
                                .advice("Maybe it says since when the row is true: that is \"valid-from\""));
            } else if (isBackwards(customer, row)) {
                rejections.reject(
                        row, VALID_UNTIL, Refusal.of("end-before-start", "must be after the row's valid-from"));
            } else {
                right.add(row);
            }
        }
        Comparator<DraftRow> identity = Comparator.<DraftRow, Instant>comparing(customer::recordedAt)
                .thenComparing(row -> orElse(customer.validFrom(row), Instant.MIN))
                .thenComparing(row -> orElse(customer.validUntil(row), Instant.MAX))
                .thenComparing(row -> row.table().ordinal());
        List<DraftRow> distinct = Twins.reject(right, identity, row -> true, rejections);
        customer.statements(distinct, since);
        return distinct;
    }

    /** When the row said since when they are a customer. */
    private static Instant saidAt(DraftRow row) {
        if (row.cell(RECORDED_AT) != null) {
            return row.instant(RECORDED_AT);
        }
        boolean isDated = row.cell(VALID_FROM) != null && !Moment.ALWAYS.equals(row.cell(VALID_FROM));
        return row.instant(isDated ? VALID_FROM : SINCE);
    }

    private static boolean isBackwards(CustomerDraft customer, DraftRow row) {
        Instant from = customer.validFrom(row);
        Instant until = customer.validUntil(row);
        return from != null && until != null && !from.isBefore(until);
    }

    private static Instant orElse(@Nullable Instant instant, Instant other) {
        return instant == null ? other : instant;
    }

    void addEntry(DraftRow row) {
        if (!customersAreSettled) {
            throw new IllegalStateException("customers come first");
        }
        CustomerDraft customer = isForNobody(row) ? nobody : customers.get(row.text(CUSTOMER));
        if (customer == null) {
            rejections.reject(
                    row,
                    CUSTOMER,
                    Refusal.of("unknown-customer", "must be a customer of the book that was not rejected"));
            return;
        }
        rules.fillTimes(row, customer);
        List<Rejection> broken = rules.broken(row, customer);
        if (!broken.isEmpty()) {
            rejections.reject(row.table(), broken);
            return;
        }
        countCurrencies(row, TableSchema.FIELDS, row.instant(AT));
        customer.add(row);
    }

    /** Hours that the team spent for no customer in particular. */
    private static boolean isForNobody(DraftRow row) {
        return row.cell(CUSTOMER) == null && isOf(row, TimeEntry.SERIES);
    }

    private void countCurrencies(DraftRow row, int first, Instant since) {
        for (int i = first; i < row.size(); i++) {
            if (row.cell(i) instanceof Money money) {
                currencies.use(money.getCurrencyUnit(), row, LocalDate.ofInstant(since, zone));
            } else if (row.cell(i) instanceof Amount) {
                throw new IllegalStateException("amount without a currency in " + row);
            }
        }
    }

    /** Rejects what is said twice in a series, and brings it into its order. */
    void settle(SeriesKey<?> key) {
        settled.forEach(customer -> settle(key, customer));
        settle(key, nobody);
    }

    private void settle(SeriesKey<?> key, CustomerDraft customer) {
        List<DraftRow> rows = customer.entries(key.name());
        if (rows.isEmpty()) {
            return;
        }
        boolean isRecords = key.nature() == SeriesKey.Nature.RECORDS;
        if (isRecords) {
            EntryRules.keepOrder(rows);
        }
        List<DraftRow> distinct =
                Twins.reject(rows, ENTRY_IDENTITY, row -> isRecords || row.cell(ENTRY_ID) != null, rejections);
        customer.entries(key.name(), distinct);
        if (key.equals(Contract.SERIES)) {
            distinct.forEach(row ->
                    customer.contracts().merge(row.text(ENTRY_ID), row, (a, b) -> RECORDED.compare(a, b) <= 0 ? a : b));
        }
    }

    /** The customers by id. The draft is of no use afterwards. */
    List<Customer> build(List<SeriesKey<?>> keys) {
        List<Customer> built = new ArrayList<>(settled.size());
        settled.forEach(customer -> built.add(customer.build(keys)));
        settled.clear();
        customers.clear();
        return built;
    }

    /** The hours for no customer in particular, by time. */
    TimeSheet timeSheet() {
        List<TimeSheet.Line> lines = new ArrayList<>();
        for (DraftRow row : nobody.entries(TimeEntry.SERIES.name())) {
            TimeEntry entry = TimeEntry.internal(
                    requireNonNull(field(row, TimeEntry.MEMBER)),
                    requireNonNull(field(row, TimeEntry.KIND)),
                    BigDecimal.valueOf(requireNonNull(field(row, TimeEntry.HOURS))),
                    LocalDate.ofInstant(row.instant(AT), zone));
            lines.add(new TimeSheet.Line(entry, row.instant(ENTRY_RECORDED_AT)));
        }
        return TimeSheet.of(lines);
    }

    /** The value of a field in a row of a series, or null. */
    @SuppressWarnings("unchecked") // cells are read as the kind of their key
    static <T> @Nullable T field(DraftRow row, AttributeKey<T> key) {
        int index = row.table().schema().indexOf(key);
        return index < 0 ? null : (T) row.cell(index);
    }

    static boolean isOf(DraftRow row, SeriesKey<?> key) {
        return row.table().schema().isSeries() && row.table().schema().series().equals(key);
    }

    static boolean isLine(DraftRow row) {
        return isOf(row, ContractLine.SERIES);
    }
}
