package dev.rapport.engagement.voice;

import java.util.List;

/**
 * What customers ask of a department.
 *
 * @param department  the department's id
 * @param loudness  of all its themes together: what was said on two of them counts once
 * @param themes  its themes, that with the most revenue behind it first
 */
public record DepartmentVoice(String department, Loudness loudness, List<ThemeVoice> themes) {

    /**
     * Copies the list.
     *
     * @param department  the department's id
     * @param loudness  of all its themes together
     * @param themes  its themes
     */
    public DepartmentVoice {
        themes = List.copyOf(themes);
    }
}
