package dev.rapport.engagement.team;

/**
 * That nobody of a team reaches a skill that the engagement model asks for.
 *
 * @param skill  the skill
 * @param required  the level asked for
 * @param best  the highest level in the team, 0 for none
 */
public record MissingSkill(String skill, int required, int best) {

    /**
     * By how many levels it is missing.
     *
     * @return the levels, at least 1
     */
    public int levels() {
        return required - best;
    }
}
