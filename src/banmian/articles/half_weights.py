"""Weights of `banmian.articles.halves`, written by `tools/halves`."""

from __future__ import annotations

INTERCEPT = 3.1852

WEIGHTS = {
    "rule": 0.9775,
    "above": -0.8416,
    "below": -1.9731,
    "apart": -0.9844,
    "longer below": 0.3723,
    "longer above": 0.8804,
    "long together": -1.4354,
    "short topic": -0.7689,
    "verb below": 0.6842,
    "noun below": -0.3229,
    "number below": -0.6556,
    "time below": 0.0036,
    "who below": -2.5211,
    "noun ends": -0.5367,
    "verb begins": 0.8345,
    "two verbs": -0.3192,
    "of": 1.4884,
    "thing": 0.0024,
    "thing and does": 0.7942,
    "thing and is done": 3.4590,
    "when": 1.9768,
    "number begins": 2.4302,
    "comma above": 2.5002,
    "comma below": -1.7627,
    "space above": -1.0752,
    "space below": -1.3951,
    "mark ends": -0.4252,
    "dot": -5.6587,
    "whole": -0.7755,
    "done above": 2.0948,
    "done below": -0.3753,
    "doing below": 1.1511,
    "topic": -1.2860,
}
