package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * An invented book of business of any size: two years of facts up to {@link #UNTIL}, made anew whenever they are read.
 *
 * <p>Each customer follows from the seed and its number alone. The first customers of a large book are therefore those of
 * a small one, and a book of a hundred thousand needs no more memory than one customer. No fact lies after {@link #UNTIL}
 * but the terms of contracts that were signed before.
 *
 * <pre>{@code
 * SampleBook book = SampleBook.generate(300, 7);
 * List<Customer> customers = book.stream().toList();
 * Facts facts = Facts.of(Customer.adapter(customers), customers).in(SampleBook.ZONE, SampleBook.CURRENCY);
 * }</pre>
 */
public final class SampleBook {

    /** The first day of which events are told. */
    public static final LocalDate FROM = LocalDate.of(2024, 7, 1);

    /** The last day of which anything is known; the day that the sample's plan is as of. */
    public static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);

    /** The zone in which the book's days begin. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The currency that the book reports in. */
    public static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;

    private final int size;
    private final long seed;
    private final boolean isOfConsumers;

    private SampleBook(int size, long seed, boolean isOfConsumers) {
        if (size < 0 || size > 1_000_000) {
            throw new IllegalArgumentException("customers (" + size + ") must be 0 to 1000000.");
        }
        this.size = size;
        this.seed = seed;
        this.isOfConsumers = isOfConsumers;
    }

    /**
     * Businesses under contract.
     *
     * @param customers  how many, up to a million
     * @param seed  decides everything else
     * @return the book
     */
    public static SampleBook generate(int customers, long seed) {
        return new SampleBook(customers, seed, false);
    }

    /**
     * Consumers, who buy without contracts.
     *
     * @param customers  how many, up to a million
     * @param seed  decides everything else
     * @return the book
     */
    public static SampleBook consumers(int customers, long seed) {
        return new SampleBook(customers, seed, true);
    }

    /**
     * The number of customers.
     *
     * @return how many there are, lost ones included
     */
    public int size() {
        return size;
    }

    /**
     * What decides everything but the size.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * The customers one by one; each reading makes them anew, alike.
     *
     * @return the customers in the order of their ids
     */
    public Iterable<Customer> customers() {
        return () -> stream().iterator();
    }

    /**
     * The customers one by one.
     *
     * @return the customers in the order of their ids
     */
    public Stream<Customer> stream() {
        return IntStream.range(0, size).mapToObj(this::customer);
    }

    /**
     * One customer.
     *
     * @param index  its number, from 0
     * @return the customer, the same in a book of any size
     */
    public Customer customer(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index (" + index + ") must be 0 to below " + size + ".");
        }
        return isOfConsumers ? ConsumerWriter.write(seed, index) : write(Profile.of(seed, index));
    }

    private static Customer write(Profile profile) {
        Instant since = Pen.instant(SideContracts.since(profile)
                .orElseGet(() -> Deal.of(profile).get(0).signedOn()));
        Customer.Builder customer = Customer.builder(profile.id(), since).source("sample");
        Pen pen = new Pen(customer);
        AttributeWriter.write(profile, customer, since);
        ContractWriter.write(profile, pen);
        OwnerWriter.write(profile, pen);
        PlayWriter.write(profile, pen);
        OverrideWriter.write(profile, pen);
        CommitmentWriter.write(profile, pen);
        RefusalWriter.write(profile, pen);
        if (!profile.is(Plant.NO_DATA)) {
            InvoiceWriter.write(profile, pen);
            UsageWriter.write(profile, pen);
            PeopleWriter.write(profile, pen);
            SurveyWriter.write(profile, pen);
            TicketWriter.write(profile, pen);
            GoalWriter.write(profile, pen);
            TouchWriter.write(profile, pen);
            writeHours(profile, pen);
            ReviewTruths.write(profile, pen);
        }
        return customer.build();
    }

    private static void writeHours(Profile profile, Pen pen) {
        int number = 0;
        for (TimeEntry hours : TimeWriter.hours(profile)) {
            pen.write(
                    TimeEntry.SERIES,
                    profile.id("hours", ++number),
                    hours.on(),
                    entry -> entry.with(TimeEntry.MEMBER, hours.member())
                            .with(TimeEntry.KIND, hours.kind())
                            .with(TimeEntry.HOURS, hours.hours().doubleValue()));
        }
    }

    /**
     * The hours that the team spent, also to be found as the series {@link TimeEntry#SERIES} of each customer.
     *
     * @return the entries, by customer, then day; those for no customer at the end
     */
    public Stream<TimeEntry> timeEntries() {
        if (isOfConsumers) {
            return Stream.empty();
        }
        return Stream.concat(
                IntStream.range(0, size).boxed().flatMap(index -> TimeWriter.hours(Profile.of(seed, index)).stream()),
                TimeWriter.internalHours().stream());
    }

    /**
     * The hours that the team spent for nobody in particular, known on the day itself.
     *
     * @return the time sheet; none for consumers, for whom no hours are told
     */
    public Optional<TimeSheet> timeSheet() {
        return isOfConsumers
                ? Optional.empty()
                : Optional.of(TimeSheet.of(TimeWriter.internalHours().stream()
                        .map(entry -> new TimeSheet.Line(entry, Pen.instant(entry.on())))
                        .toList()));
    }

    /**
     * The exchange rates of the book.
     *
     * @return a rate into euro for each currency that occurs and each quarter
     */
    public RateTable rates() {
        return Rates.table();
    }

    /**
     * The calendar that business days are counted in.
     *
     * @return Monday to Friday without the German public holidays
     */
    public BusinessCalendar calendar() {
        return GermanHolidays.calendar();
    }

    /**
     * The currency with its rates, and the calendar.
     *
     * @return what amounts and deadlines of the book are reckoned in
     */
    public Reckoning reckoning() {
        return new Reckoning(CURRENCY, rates(), calendar());
    }

    /**
     * What was planted in this book.
     *
     * @return the truths all of whose customers are in the book
     */
    public List<PlantedTruth> truths() {
        return isOfConsumers ? PlantedTruths.ofConsumers(size) : PlantedTruths.of(seed, size);
    }
}
