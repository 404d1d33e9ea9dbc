package dev.rapport.health.challenge;

import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.tally.Tallies;
import dev.rapport.health.trend.BandPath;
import dev.rapport.health.trend.HealthHistory;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One run of two policies over history. */
final class ChallengeRun {

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final List<AsOf> dates;
    private final ChallengeRule rule;
    private final HealthHistory champion;
    private final HealthHistory challenger;
    private final Map<String, Instant> lost = new TreeMap<>();
    private final Set<String> customers = new TreeSet<>();
    private final Map<String, Money> arr = new HashMap<>();
    private final Set<String> bad;
    private final Tallies tallies;

    ChallengeRun(
            Function<AsOf, Book> books,
            Function<? super Book, ? extends HealthStrategy> champion,
            Function<? super Book, ? extends HealthStrategy> challenger,
            List<AsOf> dates,
            List<Loss> losses,
            ChallengeRule rule) {
        if (dates.size() < 2) {
            throw new IllegalArgumentException("dates must be at least 2, were " + dates.size() + ".");
        }
        this.dates = List.copyOf(dates);
        this.rule = rule;
        Instant first = dates.get(0).validAt();
        Instant last = dates.get(dates.size() - 1).validAt();
        for (Loss loss : losses) {
            if (!loss.at().isBefore(first) && loss.at().isBefore(last)) {
                lost.merge(loss.customerId(), loss.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        List<HealthOfBook> byChampion = new ArrayList<>();
        List<HealthOfBook> byChallenger = new ArrayList<>();
        Memory ofChampion = Memory.empty();
        Memory ofChallenger = Memory.empty();
        Optional<CurrencyUnit> currency = Optional.empty();
        for (AsOf date : dates) {
            Book book = books.apply(date);
            currency = read(book) ? Optional.of(book.currency()) : currency;
            HealthOfBook one = champion.apply(book).decide(book, ofChampion);
            HealthOfBook other = challenger.apply(book).decide(book, ofChallenger);
            ofChampion = ofChampion.with(one.toRemember());
            ofChallenger = ofChallenger.with(other.toRemember());
            byChampion.add(one);
            byChallenger.add(other);
        }
        this.champion = HealthHistory.of(byChampion, ofChampion);
        this.challenger = HealthHistory.of(byChallenger, ofChallenger);
        this.tallies = Tallies.of(currency, arr);
        this.bad = bad();
    }

    /** What each customer pays at the last date before it is lost, else at the last date that tells. */
    private boolean read(Book book) {
        Tallies here = Tallies.of(book);
        boolean isTold = false;
        for (String customer : book.customerIds()) {
            customers.add(customer);
            Optional<Money> pays = here.arr(customer);
            isTold |= pays.isPresent();
            if (isBeforeLoss(customer, book.asOf())) {
                pays.ifPresent(amount -> arr.put(customer, amount));
            }
        }
        return isTold;
    }

    private boolean isBeforeLoss(String customer, AsOf date) {
        Instant at = lost.get(customer);
        return at == null || !date.validAt().isAfter(at);
    }

    private Set<String> bad() {
        Set<String> codes = new TreeSet<>(rule.badBands());
        if (codes.isEmpty()) {
            champion.dates().forEach(health -> codes.addAll(health.computed().lowestBands()));
            challenger.dates().forEach(health -> codes.addAll(health.computed().lowestBands()));
        }
        return codes;
    }

    Challenge challenge() {
        List<ForeseenLoss> losses = new ArrayList<>();
        lost.forEach((customer, at) -> losses.add(ForeseenLoss.builder()
                .loss(new Loss(customer, at))
                .arr(tallies.arr(customer))
                .championLeadDays(lead(champion, customer, at))
                .challengerLeadDays(lead(challenger, customer, at))
                .build()));
        losses.sort(Comparator.comparing((ForeseenLoss loss) -> loss.loss().at())
                .thenComparing(loss -> loss.loss().customerId()));
        Map<ForeseenLoss.First, List<String>> first = new EnumMap<>(ForeseenLoss.First.class);
        for (ForeseenLoss.First who : ForeseenLoss.First.values()) {
            first.put(who, new ArrayList<>());
        }
        losses.forEach(loss -> first.computeIfAbsent(loss.first(), absent -> new ArrayList<>())
                .add(loss.loss().customerId()));
        Challenge.Builder challenge = Challenge.builder()
                .dates(dates)
                .badBands(bad)
                .champion(contender(champion))
                .challenger(contender(challenger))
                .losses(losses);
        first.forEach((who, ids) -> challenge.putFirst(who, tallies.of(ids)));
        return challenge.build();
    }

    /** The dates before the loss of a customer; all of one who was not lost. */
    private BandPath path(HealthHistory history, String customer) {
        int count = 0;
        while (count < dates.size() && isBeforeLoss(customer, dates.get(count))) {
            count++;
        }
        return history.path(customer).first(count);
    }

    private OptionalDouble lead(HealthHistory history, String customer, Instant at) {
        BandPath path = path(history, customer);
        int since = path.since(bad);
        if (since == path.bands().size()) {
            return OptionalDouble.empty();
        }
        Duration lead = Duration.between(dates.get(since).validAt(), at);
        return OptionalDouble.of(lead.toSeconds() / SECONDS_OF_A_DAY);
    }

    private Contender contender(HealthHistory history) {
        List<String> warned = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> vain = new ArrayList<>();
        List<String> flapping = new ArrayList<>();
        List<Double> leads = new ArrayList<>();
        int changes = 0;
        int flaps = 0;
        for (String customer : customers) {
            BandPath path = path(history, customer);
            changes += path.changes();
            int own = path.flaps(rule.flapWithin());
            flaps += own;
            if (own > 0) {
                flapping.add(customer);
            }
            if (lost.containsKey(customer)) {
                continue;
            }
            if (path.bands().stream().anyMatch(bad::contains)) {
                vain.add(customer);
            }
        }
        lost.forEach((customer, at) -> {
            OptionalDouble lead = lead(history, customer, at);
            (lead.isPresent() ? warned : missed).add(customer);
            lead.ifPresent(leads::add);
        });
        List<HealthOfBook> decided = history.dates();
        PolicyRef policy = decided.get(decided.size() - 1).policy();
        return Contender.builder()
                .policy(policy)
                .warned(tallies.of(warned))
                .missed(tallies.of(missed))
                .warnedInVain(tallies.of(vain))
                .medianLeadDays(median(leads))
                .bandChanges(changes)
                .flaps(flaps)
                .flapping(tallies.of(flapping))
                .build();
    }

    private static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
