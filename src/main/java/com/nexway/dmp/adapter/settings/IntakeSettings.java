package com.nexway.dmp.adapter.settings;

import java.util.List;

/**
 * How records come in, from {@code intake:} in config/adapter.yaml.
 *
 * @param batch most records that are stored in one transaction
 * @param suppressed addresses that are nobody's, whose records are skipped; {@code *} stands for
 *     any letters
 */
public record IntakeSettings(int batch, List<String> suppressed) {}
