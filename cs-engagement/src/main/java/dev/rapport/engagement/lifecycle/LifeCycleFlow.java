package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How customers move through a life cycle: what became of those who entered a stage, who went where, how long it takes to
 * first value, whether what we promise is delivered alike, and which hand-offs broke.
 *
 * <pre>{@code
 * LifeCycleFlow flow = LifeCycleFlow.of(policy, everybody, models, Accountability.of(organisation));
 * }</pre>
 *
 * <p>The book should hold former customers, too: those who left are what conversion is about. Engagement models are taken
 * as of the cut.
 */
public final class LifeCycleFlow {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private final LifeCycle policy;
    private final LocalDate since;
    private final LocalDate today;
    private final CurrencyUnit currency;
    private final Optional<EngagementPolicy> models;
    private final Accountability accountability;
    private final List<List<Stay>> ways = new ArrayList<>();
    private final List<HandOff> handOffs = new ArrayList<>();
    private final List<Finding> ownershipGaps = new ArrayList<>();
    private final List<CustomerFailure> failures = new ArrayList<>();
    private final Map<String, Money> arr = new HashMap<>();
    private final Map<String, String> modelOf = new HashMap<>();

    private LifeCycleFlow(
            LifeCycle policy, Book book, Optional<EngagementPolicy> models, Accountability accountability) {
        this.policy = policy;
        this.today = book.date();
        this.since = book.date().minusDays(policy.movementDays() - 1L);
        this.currency = book.currency();
        this.models = models;
        this.accountability = accountability;
    }

    /**
     * Holds a book against a life cycle.
     *
     * @param policy  the life cycle
     * @param book  the customers, former ones too, with each customer's segment laid over it
     * @param models  the engagement models that ownership is judged by
     * @param accountability  who answers for a role
     * @return how they move
     */
    public static LifeCycleFlow of(
            LifeCycle policy, Book book, Optional<EngagementPolicy> models, Accountability accountability) {
        LifeCycleFlow flow = new LifeCycleFlow(policy, book, models, accountability);
        Set<SeriesKey<?>> fed = book.provides().series();
        for (CustomerView view : book.customers()) {
            try {
                flow.take(view, fed);
            } catch (RuntimeException e) {
                flow.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        flow.handOffs.sort(Comparator.comparing(HandOff::on)
                .reversed()
                .thenComparing(HandOff::customerId)
                .thenComparing(handOff -> handOff.product().orElse("")));
        return flow;
    }

    private void take(CustomerView view, Set<SeriesKey<?>> fed) {
        String id = view.customerId();
        List<List<Stay>> mine = new StayReader(policy, view, fed).read();
        Optional<EngagementModel> model =
                models.flatMap(known -> view.find(SEGMENT).flatMap(known::modelOf));
        List<HandOff> handed = new ArrayList<>();
        List<Finding> gaps = new ArrayList<>();
        for (List<Stay> way : mine) {
            for (int i = 0; i < way.size(); i++) {
                Stay stay = way.get(i);
                if (isLately(stay.leftOn()) && i + 1 < way.size()) {
                    handed.add(handOff(view, stay, way.get(i + 1), model));
                }
                if (stay.leftOn().isEmpty()) {
                    StageAccountable found =
                            StageAccountable.of(view, stay.stage(), today, model, accountability);
                    found.gap().ifPresent(kind -> gaps.add(gap(stay, kind, found.because())));
                }
            }
        }
        Optional<Money> pays = view.find(ARR);
        pays.ifPresent(amount -> arr.put(id, amount));
        model.ifPresent(known -> modelOf.put(id, known.id()));
        ways.addAll(mine);
        handOffs.addAll(handed);
        ownershipGaps.addAll(gaps);
    }

    private static Finding gap(Stay stay, Finding.Kind kind, String text) {
        return Finding.builder()
                .customerId(stay.customerId())
                .product(stay.product())
                .kind(kind)
                .on(stay.enteredOn())
                .text("in " + stay.stage().id() + " " + text)
                .build();
    }

    private HandOff handOff(CustomerView view, Stay stay, Stay next, Optional<EngagementModel> model) {
        StageAccountable found =
                StageAccountable.of(view, next.stage(), next.enteredOn(), model, accountability);
        List<CheckedEvidence> checked = new ArrayList<>(stay.exit());
        checked.addAll(stay.handOff());
        checked.addAll(next.entry());
        List<String> broken = new ArrayList<>();
        CheckedEvidence.lacking(stay.exit())
                .forEach(id -> broken.add("left " + stay.stage().id() + " without " + id));
        CheckedEvidence.lacking(stay.handOff())
                .forEach(id -> broken.add("handed on without " + id));
        CheckedEvidence.lacking(next.entry())
                .forEach(id -> broken.add("entered " + next.stage().id() + " without " + id));
        found.gap().filter(kind -> kind == Finding.Kind.NOBODY_ACCOUNTABLE).ifPresent(kind -> broken.add(found.because()));
        return HandOff.builder()
                .customerId(stay.customerId())
                .product(stay.product())
                .left(stay.stage())
                .entered(next.stage())
                .on(next.enteredOn())
                .checked(checked)
                .accountable(found.who())
                .broken(broken)
                .build();
    }

    boolean isLately(Optional<LocalDate> day) {
        return day.map(one -> !one.isBefore(since) && !one.isAfter(today)).orElse(false);
    }

    LifeCycle policy() {
        return policy;
    }

    List<List<Stay>> ways() {
        return ways;
    }

    Optional<String> modelOf(String customerId) {
        return Optional.ofNullable(modelOf.get(customerId));
    }

    Money arrOf(List<Stay> stays) {
        Money sum = Money.zero(currency);
        Set<String> counted = new HashSet<>();
        for (Stay stay : stays) {
            Money pays = arr.get(stay.customerId());
            if (pays != null && counted.add(stay.customerId())) {
                sum = sum.plus(pays);
            }
        }
        return sum;
    }

    /**
     * The first day that movements, conversion, hand-offs and promises look at.
     *
     * @return as many days before the cut's as the policy says
     */
    public LocalDate since() {
        return since;
    }

    /**
     * Every stay in a stage of the policy.
     *
     * @return the stays by customer, product and day
     */
    public List<Stay> stays() {
        return ways.stream().flatMap(List::stream).toList();
    }

    /**
     * What became of those who entered each stage lately.
     *
     * @return a row for each stage of the policy, in its order
     */
    public List<Conversion> conversions() {
        return new Movements(this).conversions();
    }

    /**
     * Who went where lately.
     *
     * @return the movements, by the stage that was left, then by the one entered; none is last
     */
    public List<Movement> movements() {
        return new Movements(this).movements();
    }

    /**
     * How long it took from the first stage's first day to that of the stage that means value. Who was never seen in the
     * first stage is left out.
     *
     * @return everybody, then by engagement model and by who looked after them in the first stage; empty if the policy
     *     names no such stage
     */
    public List<Spread> timeToValue() {
        return new Spreads(this).timeToValue();
    }

    /**
     * How long the stays in each stage were, whenever they began.
     *
     * @return a row for each stage in which anybody was, in the policy's order
     */
    public List<Spread> timeInStage() {
        return new Spreads(this).timeInStage();
    }

    /**
     * The versions of the life cycle compared on what became of those who began under each.
     *
     * @return a row for each version, the first one first; empty if the policy names no earlier ones
     */
    public List<VersionOutcome> versions() {
        return new Spreads(this).versions();
    }

    /**
     * What was promised and kept in stays that ended lately.
     *
     * @return everybody, then by engagement model, stage and owner; empty if nothing is promised or nobody feeds
     *     touchpoints
     */
    public List<Delivery> deliveries() {
        return new Deliveries(this).all();
    }

    /**
     * Who was handed from one stage to the next lately.
     *
     * @return the hand-offs, the last first
     */
    public List<HandOff> handOffs() {
        return List.copyOf(handOffs);
    }

    /**
     * The hand-offs that broke.
     *
     * @return a part of {@link #handOffs()}
     */
    public List<HandOff> brokenHandOffs() {
        return handOffs.stream().filter(handOff -> !handOff.broken().isEmpty()).toList();
    }

    /**
     * For whose stage nobody is accountable now, or too many are.
     *
     * @return the findings by customer and product
     */
    public List<Finding> ownershipGaps() {
        return List.copyOf(ownershipGaps);
    }

    /**
     * The customers that could not be looked at.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }
}
