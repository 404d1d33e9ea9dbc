package dev.rapport.engagement.team;

import dev.rapport.engagement.coverage.Holding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.time.MemberTime;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Member;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a team, one customer after the other. */
final class Sheets {

    private final TeamReport.Builder in;
    private final LocalDate date;
    private final Map<String, List<BookCustomer>> books = new HashMap<>();
    private final SkillNeeds needs;
    private final KeyPersons persons;
    private final Optional<PlannedHours> planned;
    private final ProposedTeams teams;

    Sheets(TeamReport.Builder in) {
        this.in = in;
        Book book = in.book;
        this.date = book.date();
        this.needs = new SkillNeeds(in.organisation, date);
        this.persons = new KeyPersons(in.organisation, date, book.currency());
        this.planned = in.time.map(
                spent -> new PlannedHours(in.organisation, date, ChronoUnit.DAYS.between(spent.from(), spent.to())));
        this.teams = new ProposedTeams(in.organisation, in.models, date, in.assignments);
        Map<String, List<Holding>> holdings =
                in.coverage.holdings().stream().collect(Collectors.groupingBy(Holding::customerId));
        for (CustomerView view : book.customers()) {
            add(new BookCustomer(
                    view, holdings.getOrDefault(view.customerId(), List.of()), in.organisation, in.models));
        }
    }

    private void add(BookCustomer customer) {
        customer.people()
                .forEach(member -> books.computeIfAbsent(member, absent -> new ArrayList<>())
                        .add(customer));
        needs.add(customer);
        persons.add(customer);
        planned.ifPresent(hours -> hours.add(customer));
        teams.add(customer);
    }

    List<ProposedTeam> teams() {
        return teams.teams();
    }

    List<SkillNeed> skills() {
        return needs.needs();
    }

    List<KeyPerson> keyPersons() {
        return persons.persons(needs.needs());
    }

    List<KindDrift> drift() {
        return planned.isPresent()
                ? planned.get().against(in.time.map(TimeSpent::byKind).orElse(Map.of()))
                : List.of();
    }

    List<Sheet> sheets() {
        Map<String, MemberTime> times = in.time.map(TimeSpent::members).orElse(List.of()).stream()
                .collect(Collectors.toMap(MemberTime::memberId, time -> time));
        Map<String, MemberLoad> loads =
                in.coverage.loads().stream().collect(Collectors.toMap(MemberLoad::memberId, load -> load));
        List<Sheet> sheets = new ArrayList<>();
        for (Member member : in.organisation.members()) {
            Optional<MemberTime> time = Optional.ofNullable(times.get(member.id()));
            MemberLoad load = loads.get(member.id());
            boolean worked = time.filter(known -> known.total().signum() > 0).isPresent();
            if (load != null && (worked || load.needed().signum() > 0 || books.containsKey(member.id()))) {
                sheets.add(sheet(member, load, time));
            }
        }
        return List.copyOf(sheets);
    }

    private Sheet sheet(Member member, MemberLoad load, Optional<MemberTime> time) {
        List<BookCustomer> book = books.getOrDefault(member.id(), List.of());
        Set<String> ids = book.stream().map(BookCustomer::id).collect(Collectors.toCollection(TreeSet::new));
        return new Sheet.Builder()
                .memberId(member.id())
                .role(member.role())
                .customers(ids)
                .load(load)
                .time(time)
                .byKind(planned.map(hours -> hours.against(
                                member.id(), time.map(MemberTime::byKind).orElse(Map.of())))
                        .orElse(List.of()))
                .skillGaps(gaps(member, book))
                .atRisk(in.atRisk.map(AtRiskList::changeable).orElse(List.of()).stream()
                        .filter(line -> ids.contains(line.customerId()))
                        .toList())
                .decisions(ahead(ids))
                .withoutSponsor(book.stream()
                        .filter(customer -> customer.view
                                .find(StandardAttributes.SPONSOR_PRESENT)
                                .filter(present -> !present)
                                .isPresent())
                        .map(BookCustomer::id)
                        .sorted()
                        .toList())
                .silentSponsors(silent(book))
                .build();
    }

    private List<DecisionAhead> ahead(Set<String> ids) {
        return in.decisions.map(DecisionsAhead::ahead).orElse(List.of()).stream()
                .filter(decision -> ids.contains(decision.customerId()))
                .sorted(Comparator.comparing(DecisionAhead::date)
                        .thenComparing(DecisionAhead::customerId)
                        .thenComparing(DecisionAhead::contract))
                .toList();
    }

    /** Only what is asked of the roles in which the person looks after the customer. */
    private static List<SkillGap> gaps(Member member, List<BookCustomer> book) {
        Map<String, Integer> required = new TreeMap<>();
        Map<String, TreeSet<String>> customers = new TreeMap<>();
        for (BookCustomer customer : book) {
            for (OwnerRule rule : customer.rules()) {
                if (customer.people(rule.role()).contains(member.id())) {
                    rule.skills().forEach((skill, level) -> {
                        if (member.level(skill) < level) {
                            required.merge(skill, level, Math::max);
                            customers
                                    .computeIfAbsent(skill, absent -> new TreeSet<>())
                                    .add(customer.id());
                        }
                    });
                }
            }
        }
        List<SkillGap> gaps = new ArrayList<>();
        customers.forEach((skill, ids) -> gaps.add(new SkillGap.Builder()
                .skill(skill)
                .level(member.level(skill))
                .required(required.getOrDefault(skill, 0))
                .customers(ids)
                .build()));
        return gaps;
    }

    private List<SilentSponsor> silent(List<BookCustomer> book) {
        if (in.silence.isEmpty() || in.reckoning.isEmpty()) {
            return List.of();
        }
        SponsorSilenceTrigger trigger = in.silence.get();
        Span span = new Span(LocalDate.MIN, date.plusDays(1));
        return book.stream()
                .flatMap(customer -> trigger.anchors(customer.view, span, in.reckoning.get()).stream()
                        .filter(anchor -> anchor.handled().isEmpty())
                        .max(Comparator.comparing(Anchor::date))
                        .map(anchor -> new SilentSponsor(
                                customer.id(), anchor.date(), anchor.because().orElse("")))
                        .stream())
                .sorted(Comparator.comparing(SilentSponsor::customerId))
                .toList();
    }
}
