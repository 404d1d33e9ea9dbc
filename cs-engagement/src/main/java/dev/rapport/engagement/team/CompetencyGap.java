package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.organisation.Competency;

/**
 * That a person does not reach what a role asks for.
 *
 * @param competency  what is asked for
 * @param level  how well the person has it, 0 for not at all; below the level asked for
 */
public record CompetencyGap(Competency competency, int level) {

    /**
     * Checks that there is a gap.
     *
     * @param competency  what is asked for
     * @param level  how well the person has it
     */
    public CompetencyGap {
        requireNonNull(competency, "competency");
        if (level >= competency.level()) {
            throw new IllegalArgumentException("level (" + level + ") of " + competency.skill() + " must be below the "
                    + competency.level() + " asked for.");
        }
    }

    /**
     * By how many levels it is missing.
     *
     * @return the levels, at least 1
     */
    public int levels() {
        return competency.level() - level;
    }
}
