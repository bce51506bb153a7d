"""The teacher: a BiLSTM with biaffine attention (after Dozat and Manning 2017) that tags and parses, or finds names.

It is larger and slower than what Memcon ships; it labels raw text from which the shipped model learns. Needs torch,
which is a need of training alone.
"""

from importlib import import_module
from typing import Any

torch: Any = import_module("torch")
nn: Any = torch.nn


class Encoder(nn.Module):  # type: ignore[misc]
    """Words, their letters and their floret vectors, read in both directions."""

    def __init__(self, words: int, letters: int, vector: int, hidden: int, layers: int, features: int = 0) -> None:
        super().__init__()
        self.word = nn.Embedding(words, 100, padding_idx=0)
        self.letter = nn.Embedding(letters, 50, padding_idx=0)
        self.convolution = nn.Conv1d(50, 100, 3, padding=1)
        self.vector = nn.Linear(vector, 128)
        self.lstm = nn.LSTM(328 + features, hidden, layers, batch_first=True, bidirectional=True, dropout=0.33)
        self.dropout = nn.Dropout(0.33)

    def forward(self, batch: dict[str, Any]) -> Any:
        """Give one state a word: (sentences, words, 2 x hidden)."""
        spelt = self.convolution(self.letter(batch["letters"]).transpose(1, 2)).max(2).values
        parts = [self.word(batch["words"]), torch.tanh(spelt)[batch["types"]], self.vector(batch["vectors"])]
        given = self.dropout(torch.cat(parts, 2))
        if "features" in batch:
            given = torch.cat([given, batch["features"]], 2)
        packed = nn.utils.rnn.pack_padded_sequence(given, batch["lengths"], batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.dropout(states)


def _layer(inside: int, outside: int) -> Any:
    return nn.Sequential(nn.Linear(inside, outside), nn.LeakyReLU(0.1), nn.Dropout(0.33))


class Parser(nn.Module):  # type: ignore[misc]
    """Tags, features, heads and relations of a sentence; the head of a root is the empty word before the sentence."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int], hidden: int, arc: int = 400, rel: int = 100) -> None:
        super().__init__()
        self.encoder = encoder
        wide = 2 * hidden
        self.tag, self.morph = nn.Linear(wide, sizes["tag"]), nn.Linear(wide, sizes["morph"])
        self.arc_child, self.arc_head = _layer(wide, arc), _layer(wide, arc)
        self.rel_child, self.rel_head = _layer(wide, rel), _layer(wide, rel)
        self.arcs = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rels = nn.Parameter(torch.zeros(sizes["rel"], rel + 1, rel + 1))
        nn.init.xavier_uniform_(self.arcs)

    def forward(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Give the scores: tag, morph (sentence, word, label), arc (sentence, child, head) and the states of relations."""
        states = self.encoder(batch)
        one = torch.ones_like(states[..., :1])
        arcs = torch.cat([self.arc_child(states), one], 2) @ self.arcs @ self.arc_head(states).transpose(1, 2)
        empty = torch.arange(states.shape[1])[None] >= batch["lengths"][:, None]
        arcs = arcs.masked_fill(empty[:, None, :], -1e9).masked_fill(torch.eye(states.shape[1], dtype=bool)[None], -1e9)
        child, head = torch.cat([self.rel_child(states), one], 2), torch.cat([self.rel_head(states), one], 2)
        return {"tag": self.tag(states), "morph": self.morph(states), "arc": arcs, "child": child, "head": head}

    def relations(self, scores: dict[str, Any], heads: Any) -> Any:
        """Give the scores of the relations (word, label), flat over sentences, for chosen heads."""
        chosen = torch.gather(scores["head"], 1, heads[..., None].expand(-1, -1, scores["head"].shape[2]))
        child, chosen = scores["child"].flatten(0, 1), chosen.flatten(0, 1)
        return torch.stack([((child @ one) * chosen).sum(1) for one in self.rels], 1)


class Finder(nn.Module):  # type: ignore[misc]
    """Scores of the name labels (B-, I- and O) of each word."""

    def __init__(self, encoder: Encoder, labels: int, hidden: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.label = nn.Sequential(_layer(2 * hidden, 128), nn.Linear(128, labels))

    def forward(self, batch: dict[str, Any]) -> Any:
        """Give (sentence, word, label)."""
        return self.label(self.encoder(batch))
