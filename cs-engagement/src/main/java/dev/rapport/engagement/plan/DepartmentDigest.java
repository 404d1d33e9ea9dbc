package dev.rapport.engagement.plan;

import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.lifecycle.CurrentStage;
import dev.rapport.engagement.lifecycle.Finding;
import dev.rapport.engagement.lifecycle.HandOff;
import dev.rapport.engagement.voice.DepartmentVoice;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.VoiceReport;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What one department is told on a cadence: how healthy customers are, what they ask for, and what is theirs to do.
 * Immutable.
 */
@Value.Immutable
@ValueStyle
public interface DepartmentDigest {

    /**
     * Customers of a health band, and what they pay.
     *
     * @param band  the band's code
     * @param customers  how many are in it
     * @param arr  the sum of what is known of their recurring revenue
     */
    record BandShare(String band, int customers, Money arr) {}

    /**
     * Whose digest it is.
     *
     * @return the department's id
     */
    String department();

    /**
     * The first day of the period.
     *
     * @return the day, by the voice policy's cadence
     */
    LocalDate since();

    /**
     * When the next digest is due.
     *
     * @return the first day after the period
     */
    LocalDate next();

    /**
     * How healthy the customers are.
     *
     * @return a row for each band, worst first, those whose health is unknown last; they sum to the book
     */
    List<BandShare> health();

    /**
     * What customers ask of the department.
     *
     * @return its themes; empty if it has none
     */
    Optional<DepartmentVoice> voice();

    /**
     * What they asked since the period began.
     *
     * @return of its themes together
     */
    Loudness lately();

    /**
     * What is escalated to the department.
     *
     * @return the open escalations, the nearest deadline first
     */
    List<Escalation> escalations();

    /**
     * Who is stuck in a stage that the department is accountable for.
     *
     * @return the stages, those furthest over what is expected first
     */
    List<CurrentStage> stuck();

    /**
     * Which customers it handed on badly since the period began.
     *
     * @return the broken hand-offs out of its stages, the last first
     */
    List<HandOff> brokenHandOffs();

    /**
     * For whom it lacks somebody accountable.
     *
     * @return the findings about its stages, by customer
     */
    List<Finding> ownershipGaps();

    /**
     * The digests of a plan.
     *
     * @param plan  the plan
     * @return one for each department that has a theme, a route or a stage, in this order; none without a voice policy
     */
    static List<DepartmentDigest> of(Plan plan) {
        Optional<VoiceReport> voice = plan.voice().value();
        if (voice.isEmpty()) {
            return List.of();
        }
        Set<String> departments = new LinkedHashSet<>();
        voice.get().policy().themes().forEach(theme -> departments.add(theme.department()));
        plan.escalations()
                .value()
                .ifPresent(report ->
                        report.policy().routes().forEach(route -> departments.add(route.department())));
        plan.lifeCycle()
                .value()
                .ifPresent(cycle ->
                        cycle.report().policy().stages().forEach(stage -> departments.add(stage.department())));
        List<BandShare> health = health(plan);
        return departments.stream()
                .map(department -> of(plan, voice.get(), department, health))
                .toList();
    }

    private static DepartmentDigest of(Plan plan, VoiceReport voice, String department, List<BandShare> health) {
        LocalDate from = voice.periodStart();
        ImmutableDepartmentDigest.Builder digest = ImmutableDepartmentDigest.builder()
                .department(department)
                .since(from)
                .next(voice.nextDigest())
                .health(health)
                .voice(voice.departments().stream()
                        .filter(one -> one.department().equals(department))
                        .findFirst())
                .lately(voice.of(department, from));
        plan.escalations()
                .value()
                .ifPresent(report -> digest.escalations(report.escalations().stream()
                        .filter(one -> one.route().department().equals(department))
                        .toList()));
        plan.lifeCycle().value().ifPresent(cycle -> {
            digest.stuck(cycle.report().stuck().stream()
                    .filter(one -> one.stage().department().equals(department))
                    .toList());
            digest.brokenHandOffs(cycle.flow().brokenHandOffs().stream()
                    .filter(one -> one.left().department().equals(department)
                            && !one.on().isBefore(from))
                    .toList());
            Set<List<String>> theirs = new HashSet<>();
            cycle.report().currentStages().stream()
                    .filter(one -> one.stage().department().equals(department))
                    .forEach(one -> theirs.add(List.of(one.customerId(), one.product().orElse(""))));
            digest.ownershipGaps(cycle.flow().ownershipGaps().stream()
                    .filter(gap -> theirs.contains(List.of(gap.customerId(), gap.product().orElse(""))))
                    .toList());
        });
        return digest.build();
    }

    private static List<BandShare> health(Plan plan) {
        Map<String, List<CustomerLine>> byBand = new LinkedHashMap<>();
        plan.bands().list().forEach(band -> byBand.put(band.code(), new ArrayList<>()));
        for (CustomerLine line : plan.customers()) {
            byBand.computeIfAbsent(line.health().band(), absent -> new ArrayList<>()).add(line);
        }
        List<BandShare> shares = new ArrayList<>();
        byBand.forEach((band, lines) -> shares.add(new BandShare(band, lines.size(), plan.arrOf(lines))));
        return List.copyOf(shares);
    }
}
