package dev.rapport.engagement.plan;

import dev.rapport.segmentation.quality.Finding;
import dev.rapport.segmentation.quality.QualityLimits;
import dev.rapport.segmentation.quality.SegmentationQuality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a segmentation of the plan is worth having: its sizes and revenue today, and whether those who were apart a year
 * before have fared differently since. Immutable.
 *
 * @param today  sizes, overlaps, gaps, revenue
 * @param yearAgo  the segments of a year before, with what became of their customers; empty where there were none
 */
public record JudgedSegmentation(SegmentationQuality today, Optional<SegmentationQuality> yearAgo) {

    private static final QualityLimits LIMITS = QualityLimits.manageable();
    private static final String NOT_SEPARATING = "not-separating";

    /**
     * From when on it was followed what became of customers.
     *
     * @param date  the day of the plan
     * @return the day a year before
     */
    public static LocalDate since(LocalDate date) {
        return date.minusYears(1);
    }

    /**
     * What speaks against the segmentation, under {@link QualityLimits#manageable()}.
     *
     * @return the findings, the gravest kind first; none if all is well
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(today.verdict(LIMITS));
        yearAgo.ifPresent(then -> then.verdict(LIMITS).stream()
                .filter(finding -> finding.code().equals(NOT_SEPARATING))
                .forEach(findings::add));
        return List.copyOf(findings);
    }

    /**
     * The verdict in a sentence.
     *
     * @return what the findings come to
     */
    public String verdict() {
        List<Finding> findings = findings();
        List<String> codes = findings.stream().map(Finding::code).distinct().toList();
        String segments = today.sizes().size() + " segments";
        if (codes.isEmpty()) {
            return "Worth having: " + segments + ", every customer in one of them"
                    + (yearAgo.isPresent() ? ", and those of different segments fare differently." : ".");
        }
        if (codes.equals(List.of(NOT_SEPARATING))
                && findings.size()
                        == yearAgo.map(then -> then.separations().size()).orElse(0)) {
            return "Not actionable: " + segments + ", whose customers fare alike in everything that was looked at.";
        }
        return codes.equals(List.of(NOT_SEPARATING))
                ? "Tidy, but it does not tell everything apart: " + segments + ", every customer in one of them."
                : "To be mended: " + String.join(", ", codes).replace('-', ' ') + ".";
    }
}
