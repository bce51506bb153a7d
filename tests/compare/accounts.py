"""Accounts for the tests: the call of Donald Trump and Recep Tayyip Erdogan on 24 January 2018, whose readouts disagreed in public.

The facts are those that the press told; the wording is ours.
"""

AMERICAN = """White House account of the call with the President of Turkey

President Donald Trump spoke today with President Recep Tayyip Erdogan of Turkey. The call lasted 45 minutes and was held at the
request of the Turkish side. President Trump raised concerns about the growing violence in Afrin and urged Turkey to limit its
military operation. He pledged $200 million in humanitarian assistance for displaced Syrians, and stressed the importance of human rights. The two
presidents discussed the fight against ISIS, as well as the detention of American citizens in Turkey. They agreed to stay in close
contact.
"""

TURKISH = """Turkish account of the call with the President of the United States

President Recep Tayyip Erdogan had a telephone conversation with President of the United States Donald Trump. The conversation lasted an
hour. A Turkish official said that President Trump did not raise concerns about the growing violence in Afrin. The presidents exchanged views on
the struggle against Daesh and on trade. President Erdogan demanded an end to the supply of weapons to the YPG. The United States promised $150 million in humanitarian aid
for displaced Syrians. The parties agreed to remain in contact. The talks were frank.
"""

KYIV = """Phone call of the Presidents

President of Ukraine Volodymyr Zelenskyy had a phone conversation with President Joseph Biden. The leaders discussed the situation in the east
of Ukraine. Volodymyr Zelenskyy thanked the United States for its support of the sovereignty of Ukraine and for $60 million in defense assistance. He
noted the importance of the implementation of the Minsk accords.
"""

WASHINGTON = """Call with President Zelenskyy

President Biden spoke with President Volodymyr Zelenskyy of Ukraine. The President reaffirmed the support of the United States for
Ukraine's territorial integrity, and informed him about $60 million in security assistance. They talked about climate change.
"""

BAGHDAD = """Call of the Prime Minister with the Secretary of State

Prime Minister Adil Abdul-Mahdi of Iraq spoke by phone with Secretary of State Mike Pompeo. The Prime Minister said that the forces of the
coalition would withdraw from the air bases in the west of Iraq. He asked for delegates to prepare the next steps.
"""

STATE_DEPARTMENT = """Secretary Pompeo's call with the Prime Minister of Iraq

Secretary of State Mike Pompeo spoke with Prime Minister Adil Abdul-Mahdi of Iraq. The Secretary said that the forces of the coalition would
remain at the air bases in Iraq. He condemned the attacks of Iran.
"""
