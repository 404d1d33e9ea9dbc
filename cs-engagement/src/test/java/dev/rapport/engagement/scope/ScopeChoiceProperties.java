package dev.rapport.engagement.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The best scope beside a search that grows the company by hiring, and sorts by all measures at once. */
class ScopeChoiceProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final int AREAS = 4;
    private static final int LEADERS = 3;

    private static final LifeCycle WAY = LifeCycle.builder()
            .header(DocumentHeader.of("way", "1"))
            .stuckFactor(1.5)
            .addAllStages(IntStream.range(0, AREAS)
                    .mapToObj(i -> Stage.builder()
                            .id("s" + i)
                            .department("d")
                            .accountable("top")
                            .build())
                    .toList())
            .build();

    /**
     * A company.
     *
     * @param people  how many work in each area
     * @param scopes  who leads each area, of each scope
     * @param current  the position of the scope of today
     */
    record Company(List<Integer> people, List<List<Integer>> scopes, int current) {

        Company grown(int times) {
            return new Company(people.stream().map(one -> one * times).toList(), scopes, current);
        }
    }

    @Provide
    static Arbitrary<Company> companies() {
        Arbitrary<List<Integer>> people =
                Arbitraries.integers().between(0, 14).list().ofSize(AREAS);
        Arbitrary<List<List<Integer>>> scopes = Arbitraries.integers()
                .between(0, LEADERS - 1)
                .list()
                .ofSize(AREAS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(people, scopes, Arbitraries.integers().between(0, 999))
                .as((counts, ways, drawn) -> new Company(counts, ways, drawn % ways.size()));
    }

    private static ScopeReport report(Company company, double growth) {
        Organisation.Builder organisation = Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("d", "D"))
                .add(role("top", Optional.empty()))
                .add(member("boss", "top", Optional.empty()));
        for (int leader = 0; leader < LEADERS; leader++) {
            organisation.add(role("l" + leader, Optional.of("top")));
        }
        ScopePolicy.Builder policy = ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(ScopeLimits.standard())
                .growthPerYear(growth)
                .horizonYears(1)
                .goesOnIn("s1")
                .current("scope-" + company.current());
        for (int i = 0; i < AREAS; i++) {
            String worker = "w" + i;
            organisation.add(role(worker, Optional.of("top")));
            IntStream.range(0, company.people().get(i))
                    .forEach(one -> organisation.add(member(worker + "-" + one, worker, Optional.of("boss"))));
            policy.addAreas(Area.builder()
                    .id("a" + i)
                    .addRoles(worker)
                    .addDepartments("d")
                    .addStages("s" + i)
                    .build());
        }
        for (int i = 0; i < company.scopes().size(); i++) {
            policy.addScopes(new Scope(
                    "scope-" + i, "One of some.", leaders(company.scopes().get(i))));
        }
        return ScopeReport.of(policy.build(), organisation.build(), WAY, TODAY);
    }

    private static List<Leader> leaders(List<Integer> byArea) {
        return new TreeSet<>(byArea)
                .stream()
                        .map(leader -> new Leader(
                                "l" + leader,
                                IntStream.range(0, AREAS)
                                        .filter(area -> byArea.get(area).equals(leader))
                                        .mapToObj(area -> "a" + area)
                                        .toList()))
                        .toList();
    }

    private static Role role(String id, Optional<String> above) {
        return Role.builder().id(id).title(id).department("d").reportsTo(above).build();
    }

    private static Member member(String id, String role, Optional<String> above) {
        return Member.builder()
                .id(id)
                .name(id)
                .role(role)
                .reportsTo(above)
                .zone(ZoneOffset.UTC)
                .hoursPerWeek(BigDecimal.TEN)
                .hourlyCost(Money.of(CurrencyUnit.EUR, 60))
                .build();
    }

    /** Whether a scope fits, and how many report to one at most, counted leader by leader. */
    private static boolean fits(Company company, List<Integer> byArea) {
        return new TreeSet<>(byArea).stream().allMatch(leader -> {
            List<Integer> areas = ofLeader(company, byArea, leader);
            int sum = areas.stream().mapToInt(count -> count).sum();
            return sum <= 8 ? areas.size() <= 4 : areas.size() <= 2 && leads(areas) <= 8;
        });
    }

    private static int span(Company company, List<Integer> byArea) {
        return new TreeSet<>(byArea)
                .stream()
                        .mapToInt(leader -> {
                            List<Integer> areas = ofLeader(company, byArea, leader);
                            int sum = areas.stream().mapToInt(count -> count).sum();
                            return sum <= 8 ? sum : leads(areas);
                        })
                        .max()
                        .orElseThrow();
    }

    private static int leads(List<Integer> areas) {
        return areas.stream().mapToInt(count -> (int) Math.ceil(count / 8.0)).sum();
    }

    private static List<Integer> ofLeader(Company company, List<Integer> byArea, int leader) {
        return IntStream.range(0, AREAS)
                .filter(area -> byArea.get(area) == leader)
                .mapToObj(company.people()::get)
                .toList();
    }

    private static int handOvers(List<Integer> byArea) {
        int count = byArea.get(AREAS - 1).equals(byArea.get(1)) ? 0 : 1;
        for (int i = 1; i < AREAS; i++) {
            count += byArea.get(i - 1).equals(byArea.get(i)) ? 0 : 1;
        }
        return count;
    }

    @Property(tries = 300)
    void best_isFirstByAllMeasures_ofThoseThatStillFitWhenTheCompanyHasDoubled(@ForAll("companies") Company company) {
        Company doubled = company.grown(2);
        List<Integer> fitting = IntStream.range(0, company.scopes().size())
                .filter(i -> fits(company, company.scopes().get(i)))
                .boxed()
                .toList();
        List<Integer> lasting = fitting.stream()
                .filter(i -> fits(doubled, company.scopes().get(i)))
                .toList();
        ScopeReport report = report(company, 1);

        assertThat(report.best().isPresent()).isEqualTo(!fitting.isEmpty());
        assertThat(report.because()).hasSize(company.scopes().size() + (fitting.isEmpty() ? 0 : 1));
        if (!lasting.isEmpty()) {
            Comparator<Integer> order = Comparator.<Integer>comparingInt(
                            i -> handOvers(company.scopes().get(i)))
                    .thenComparing(i -> i != company.current())
                    .thenComparing(i -> -new TreeSet<>(company.scopes().get(i)).size())
                    .thenComparing(i -> span(doubled, company.scopes().get(i)))
                    .thenComparing(i -> i);
            List<Integer> sorted = new ArrayList<>(lasting);
            sorted.sort(order);
            assertThat(report.best().orElseThrow().scope().id()).isEqualTo("scope-" + sorted.get(0));
        } else if (!fitting.isEmpty()) {
            double years = years(report.best().orElseThrow());
            assertThat(report.fits().stream().filter(ScopeFit::fits)).allMatch(fit -> years(fit) <= years);
        }
    }

    private static double years(ScopeFit fit) {
        return fit.outgrown().orElseThrow().years();
    }

    @Property(tries = 300)
    void fitsAhead_isFittingAfterHiring(@ForAll("companies") Company company) {
        ScopeReport before = report(company, 2);
        ScopeReport after = report(company.grown(3), 0);

        assertThat(before.peopleAhead()).isEqualTo(after.people());
        for (int i = 0; i < company.scopes().size(); i++) {
            assertThat(before.fits().get(i).fitsAhead())
                    .isEqualTo(after.fits().get(i).fits());
            assertThat(before.fits().get(i).leadersAhead())
                    .isEqualTo(after.fits().get(i).leaders());
        }
    }
}
